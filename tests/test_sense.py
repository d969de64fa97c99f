"""The rules of sense.py and lengths.py on natural translations in all languages, and on what goes wrong with them."""

from pathlib import Path

import pytest

from handouts.catalog import read
from handouts.checks import lengths, sense
from handouts.checks.rules import Pair
from handouts.languages import language
from handouts.problems import Report

RULES = (sense.blank, sense.unchanged, sense.lost_or_added, sense.too_long_or_short, sense.doubled_word)
ROOT = Path(__file__).parent.parent
CATALOGS = sorted([*ROOT.glob("locales/*/LC_MESSAGES/*.po"), *ROOT.glob("tests/specimen/locales/*/LC_MESSAGES/*.po")])

GOOD = """
am: Eat little by little. -> ትንሽ በትንሹ ይብሉ።
am: Sometimes you may feel cold. -> አልፎ አልፎ ብርድ ብርድ ሊልዎት ይችላል።
am: Wash fruit before you eat it. -> ፍራፍሬ ከመብላትዎ በፊት ይጠቡ።
ar: Do not eat raw meat. Do not drink unboiled milk. -> لا تتناول اللحم النيء ولا تشرب الحليب غير المغلي.
ar: Platelets help the blood to clot. -> تساعد الصفائح الدموية على تخثر الدم.
ar: Your strength comes back little by little. -> تعود قوتك شيئًا فشيئًا.
bn: Do not worry. The nurse will help you. -> চিন্তা করবেন না, নার্স আপনাকে সাহায্য করবেন।
bn: Sometimes the treatment must wait. -> কখনো কখনো চিকিৎসা পিছিয়ে দিতে হয়।
bn: Wash your hands often. Keep your nails short. -> ঘন ঘন হাত ধোবেন এবং নখ ছোট রাখবেন।
de: Bring something with you, for example a book. -> Bringen Sie etwas mit, z. B. ein Buch.
de: Wash your hands often -> Waschen Sie sich häufig die Hände
es: Doctor -> Doctor
es: Hospital -> Hospital
es: Plasma -> Plasma
es: Rest when you are tired. Drink enough water. -> Descanse cuando esté cansado y beba suficiente agua.
fa: Drink slowly. Take small sips. -> آرام آرام و جرعه جرعه بنوشید.
fa: Symptoms of infection -> نشانه‌های عفونت
fa: Your hair grows back little by little. -> موهای شما کم‌کم دوباره رشد می‌کند.
fr: If you feel worse, call Dr. Martin. -> Si vous vous sentez plus mal, appelez le Dr Martin.
fr: Infections -> Infections
fr: Options -> Options
fr: Transplantation -> Transplantation
gu: Different medicines have different effects. -> જુદી જુદી દવાઓની જુદી જુદી અસર થાય છે.
gu: Your family can call you. Ask for the number. -> તમારા પરિવારના લોકો તમને ફોન કરી શકે છે. નંબર પૂછી લો.
he: Call us if your temperature is 38 °C or more. -> התקשרו אלינו אם החום הוא 38 מעלות או יותר.
he: The cells come from a donor. It can be a brother or a sister. -> התאים מגיעים מתורם, למשל אח או אחות.
he: Walk slowly. -> ללכת לאט לאט.
hi: Ask Dr. Sharma. -> डॉ. शर्मा से पूछें।
hi: Different people have different side effects. -> अलग-अलग लोगों में अलग-अलग दुष्प्रभाव होते हैं।
hi: Drink water slowly, in small sips. -> पानी धीरे धीरे, छोटे छोटे घूँट में पिएँ।
hi: Who may visit you? Ask the nurse. -> आपसे मिलने कौन-कौन आ सकता है? नर्स से पूछें।
ht: Little by little you will feel better. -> Tou piti tou piti w ap santi w pi byen.
ht: Plasma -> Plasma
ht: Walk slowly. -> Mache dousman dousman.
it: Bring these things -> Porti con sé queste cose
it: Immune system -> Sistema immunitario
it: Step by step -> Passo dopo passo
ja: Do you have any questions? Please ask. -> ご質問があれば、お尋ねください。
ja: Rest when you are tired. Do not push yourself. -> 疲れたら無理をせずに休んでください。
km: Drink little by little. -> សូមពិសាទឹកបន្តិចម្ដងៗ។
km: Tell the nurse if you feel cold. -> សូមប្រាប់គិលានុបដ្ឋាយិកា បើលោកអ្នករងា។
ko: Fever -> 발열
ko: Leukemia -> 백혈병
ko: The new cells begin to grow. This takes two to four weeks. -> 새 세포가 자라기 시작하며, 여기에는 2~4주가 걸립니다.
lo: Do not take medicine on your own. Ask first. -> ຢ່າກິນຢາເອງໂດຍບໍ່ໄດ້ຖາມກ່ອນ.
lo: Drink boiled water. -> ດື່ມນ້ຳຕົ້ມສຸກ.
my: If you have a fever, come to the hospital at once. -> ဖျားရင် ဆေးရုံကို ချက်ချင်း လာပါ။
my: Walk slowly. Rest often. -> ဖြည်းဖြည်း လမ်းလျှောက်ပါ။ ခဏခဏ နားပါ။
pa: Eat slowly. -> ਹੌਲੀ ਹੌਲੀ ਖਾਓ।
pa: Tell us what you eat and drink. -> ਸਾਨੂੰ ਦੱਸੋ ਕਿ ਤੁਸੀਂ ਕੀ ਕੀ ਖਾਂਦੇ-ਪੀਂਦੇ ਹੋ।
pl: Bone marrow -> Szpik kostny
pl: Take 1 tablet, i.e. 5 mg. -> Proszę przyjąć 1 tabletkę, tj. 5 mg.
pt: Drink little by little. -> Beba pouco a pouco.
pt: If you feel sick, rest. -> Se se sentir mal, descanse.
ro: Donor -> Donator
ro: Plan -> Plan
ro: Rest as much as you need. Ask others to help. -> Odihniți-vă cât aveți nevoie și rugați-i pe ceilalți să vă ajute.
ru: Avoid crowds, i.e. places with many people. -> Избегайте толпы, т. е. мест, где много людей.
ru: Call us at once if you have a fever. -> При высокой температуре сразу позвоните нам.
so: Call the nurse if the tube hurts. -> Wac kalkaalisada haddii tuubbadu ku xanuunjiso.
so: Plasma -> Plasma
so: Sometimes you may feel dizzy. -> Mar mar waxaa laga yaabaa inaad dareento dawakh.
sw: Do not be afraid to ask. We want to help you. -> Usiogope kuuliza; tunataka kukusaidia.
sw: Eat slowly. -> Kula pole pole.
sw: Wash your hands again and again during the day. -> Nawa mikono mara kwa mara wakati wa mchana.
ta: Go for short walks. Rest often. -> சிறிது தூரம் நடங்கள். அடிக்கடி ஓய்வெடுங்கள்.
ta: Wash your hands again and again. -> மீண்டும் மீண்டும் கைகளைக் கழுவுங்கள்.
te: Eat small amounts, again and again. -> కొంచెం కొంచెంగా, మళ్ళీ మళ్ళీ తినండి.
te: The nurse measures your temperature every four hours. -> నర్సు ప్రతి నాలుగు గంటలకు మీ ఉష్ణోగ్రతను చూస్తారు.
th: Call the nurse at once. Do not wait. -> โทรหาพยาบาลทันทีโดยไม่ต้องรอ
th: Side effects differ from person to person. -> ผลข้างเคียงต่างๆ ในแต่ละคนไม่เหมือนกัน
tl: Chemotherapy -> Chemotherapy
tl: stem cell transplant -> stem cell transplant
tr: Ask us. We are glad to help. -> Bize sorun, yardımcı olmaktan memnun oluruz.
tr: Eat slowly. -> Yavaş yavaş yiyin.
tr: Sometimes you will feel tired. -> Zaman zaman kendinizi yorgun hissedersiniz.
uk: Drink boiled water only. Do not eat raw eggs. -> Пийте лише кип’ячену воду. Не їжте сирих яєць.
uk: Tell your nurse if your arm hurts. -> Скажіть медсестрі, якщо болить рука.
ur: Do not be afraid. Many people get well. -> گھبرائیں نہیں، بہت سے لوگ ٹھیک ہو جاتے ہیں۔
ur: Eat small meals. Eat often. -> تھوڑا تھوڑا اور بار بار کھائیں۔
ur: Sometimes you need blood from a donor. -> کبھی کبھی آپ کو عطیہ کیے گئے خون کی ضرورت پڑتی ہے۔
vi: Platelets -> Tiểu cầu
vi: You will get better little by little. -> Quý vị sẽ dần dần khỏe lại.
zh-Hans: Chemotherapy -> 化疗
zh-Hans: Get up step by step. -> 一步一步慢慢起来。
zh-Hans: Rest for a while. Then walk a little. -> 先休息休息，再稍微走动一下。
zh-Hans: To learn more about it, ask your doctor. -> 为了了解更多情况，请咨询您的医生。
zh-Hant: Do not take aspirin without asking us. It can cause bleeding. -> 未經詢問請勿服用阿斯匹靈，以免造成出血。
zh-Hant: You can take part in a clinical trial only if you want to. -> 只有在您願意的情況下，才會參加臨床試驗。
zh-Hant: bone marrow donor -> 骨髓捐贈者
"""

# What is wrong, then the pair.
BAD = """
blank: de: Blood counts -> ---
blank: fr: Relapse -> TODO
blank: it: Bone marrow -> ???
blank: ru: Relapse -> перевод отсутствует: TODO
blank: sw: Ask for help -> TBD
blank: fa: Your treatment plan -> ...
blank: gu: Low blood counts -> —
blank: km: Questions -> TODO
blank: zh-Hans: Side effects -> 待翻译 TODO
unchanged: de: Side effects -> Side effects
unchanged: fr: Blood cells -> Blood cells
unchanged: es: Relapse -> Relapse
unchanged: pt: Blood transfusion -> Blood transfusion
unchanged: it: Checks after the transplant -> Checks after the transplant
unchanged: pl: Growth factors -> Growth factors
unchanged: ro: Healthy cells -> Healthy cells
unchanged: ru: Stem cells -> Stem cells
unchanged: uk: Ask your nurse. -> Ask your nurse.
unchanged: tr: Bleeding -> Bleeding
unchanged: vi: Blood cells -> Blood cells
unchanged: tl: Keep your mouth clean every day. -> Keep your mouth clean every day.
unchanged: ht: How you may feel -> How you may feel
unchanged: so: When to call -> When to call
unchanged: ar: Side effects -> Side effects
unchanged: ur: Questions -> Questions
unchanged: he: Ask your doctor -> Ask your doctor
unchanged: hi: Relapse -> Relapse
unchanged: bn: Do not share your cup. -> Do not share your cup.
unchanged: te: Transplant -> Transplant
unchanged: my: Blood cells -> Blood cells
unchanged: lo: Fever -> Fever
unchanged: ko: Infusion -> Infusion
unchanged: ja: Why checks matter -> Why checks matter
unchanged: zh-Hant: Healthy cells -> Healthy cells
unchanged: fa: Tell your doctor. -> Tell your doctor.
unchanged: gu: Ask the nurse. -> Ask the nurse.
unchanged: am: Bone marrow -> Bone marrow
sentences: it: Take your temperature twice a day. Write it down. -> Misuri la temperatura due volte al giorno.
sentences: pl: The donor is healthy. Her cells match yours. -> Dawczyni jest zdrowa.
sentences: ro: Do not eat raw eggs. They may hold germs that make you sick. -> Nu mâncați ouă crude.
sentences: ru: Do not take aspirin. It thins the blood. -> Не принимайте аспирин.
sentences: vi: Platelets help to stop bleeding. When they are low, you may bruise easily. -> Tiểu cầu giúp cầm máu.
sentences: tl: Wash your hands often. Germs can make you very sick now. -> Maghugas ng kamay nang madalas.
sentences: ht: Drink a lot of water. Do not drink alcohol. -> Bwè anpil dlo.
sentences: sw: Do not smoke. Smoke harms your lungs and your new cells. -> Usivute sigara.
sentences: ar: Drink boiled water only. Raw water can make you sick. -> اشرب الماء المغلي فقط.
sentences: fa: The new cells are healthy. They replace the sick ones. -> سلول‌های جدید سالم هستند.
sentences: ur: Some people get a fever. Others feel very tired. -> کچھ لوگوں کو بخار ہو جاتا ہے۔
sentences: he: Take the tablets with food. Do not take them before you sleep. -> יש לקחת את הכדורים עם אוכל.
sentences: hi: Avoid people with a cold. Their germs are a danger for you. -> जिन्हें ज़ुकाम हो, उनसे दूर रहें।
sentences: bn: Your mouth may be sore. Use a soft toothbrush. -> আপনার মুখে ঘা হতে পারে।
sentences: pa: Cover your cough. Throw the tissue away. -> ਖੰਘਦੇ ਸਮੇਂ ਮੂੰਹ ਢਕੋ।
sentences: ta: Do not lift heavy things. Ask somebody to help you. -> கனமான பொருட்களைத் தூக்காதீர்கள்.
sentences: th: Do not touch animals. They can carry germs that are a danger to you now. -> อย่าสัมผัสสัตว์
sentences: km: Eat only cooked food. Do not eat food from the street. -> សូមបរិភោគតែអាហារចម្អិន។
sentences: my: Take a rest every afternoon. Go to bed early. -> နေ့လယ်တိုင်း အနားယူပါ။
sentences: am: Your taste may change. Try foods that you did not like before. -> የምግብ ጣዕም ሊለወጥብዎት ይችላል።
sentences: ko: Drink water often. It protects your kidneys. -> 물을 자주 드세요.
sentences: ja: Avoid raw fish. It may hold germs that harm you. -> 生の魚は避けてください。
sentences: zh-Hans: Do not stop the medicine on your own. Ask us first if it makes you sick. -> 请不要自行停药。
sentences: gu: Wear shoes at all times. Small cuts can be dangerous. -> હંમેશાં ચંપલ પહેરો.
length: de: Ask your care team about pain medicines that you can take at home. -> Fragen Sie Ihr Team.
length: fr: The new cells need some weeks to grow in your bone marrow. -> Les nouvelles cellules.
length: es: Do not drive after the infusion because you may feel sleepy. -> No conduzca.
length: pt: Ask which foods are safe for you after the transplant and which are not. -> Pergunte quais alimentos.
length: pl: Ask your doctor which vaccines you need after the transplant. -> Proszę zapytać.
length: ro: You can ask for help at any time of the day or night. -> Puteți cere.
length: ru: Call your doctor if your skin turns yellow or itches a lot. -> Позвоните врачу.
length: uk: The doctor takes a small sample of bone marrow from your hip bone. -> Лікар бере зразок.
length: vi: Do not eat raw fish or meat until your doctor says that it is safe. -> Không ăn cá sống.
length: tl: Call the clinic at once if you have chills or a fever at night. -> Tumawag agad.
length: ht: Rest when you are tired because your body needs time to heal. -> Repoze ou.
length: sw: Tell the nurse if you feel pain, heat or itching during the infusion. -> Mwambie muuguzi.
length: ar: Tell your doctor if you have pain when you swallow or when you chew. -> أخبر طبيبك.
length: fa: Call us at once when you notice blood in your urine or stool. -> با ما تماس بگیرید.
length: hi: The nurse cleans the skin and puts a thin tube into your vein. -> नर्स त्वचा साफ़ करती है।
doubled-word: de: Take the medicine with water. -> Nehmen Sie das das Medikament mit Wasser ein.
doubled-word: fr: Your hair may fall out. -> Vos cheveux peuvent peuvent tomber.
doubled-word: es: Eat small meals during the day. -> Coma porciones pequeñas durante el el día.
doubled-word: pt: Your doctor will check your blood. -> Seu médico vai verificar o seu seu sangue.
doubled-word: it: Chemotherapy kills cancer cells. -> La chemioterapia uccide le cellule le cellule tumorali.
doubled-word: ro: Rest in the afternoon. -> Odihniți-vă după după-amiază în în pat.
doubled-word: ru: Tell us about any pain. -> Сообщайте нам о любой боли боли.
doubled-word: uk: The cells flow through a tube into a vein. -> Клітини надходять через через трубку у вену.
doubled-word: tr: The marrow makes blood cells. -> İlik kan kan hücreleri üretir.
doubled-word: vi: Ask about the risks. -> Hãy hỏi về các các rủi ro.
doubled-word: tl: Your immune system is weak. -> Mahina ang ang inyong immune system.
doubled-word: ht: The doctor looks at your blood. -> Doktè a gade gade san ou nan nan laboratwa a.
doubled-word: so: Bones make blood. -> Lafaha ayaa sameeya sameeya dhiigga.
doubled-word: sw: The cells go to the bones. -> Seli huenda kwenye kwenye mifupa.
doubled-word: ar: The cells grow in the marrow. -> تنمو الخلايا في في النخاع.
doubled-word: fa: Drink enough water. -> به اندازهٔ کافی کافی آب بنوشید.
doubled-word: ur: Healthy cells grow. -> صحت مند خلیے خلیے بڑھتے ہیں۔
doubled-word: he: The blood is checked. -> הדם נבדק נבדק.
doubled-word: hi: Your blood is tested. -> आपके रक्त रक्त की जाँच होती है।
doubled-word: bn: Cells in the blood -> রক্তের রক্তের কোষ
doubled-word: pa: Bone marrow -> ਹੱਡੀ ਹੱਡੀ ਦਾ ਗੁੱਦਾ
doubled-word: ta: The blood cells grow. -> இரத்த இரத்த அணுக்கள் வளரும்.
doubled-word: th: Stem cells grow in the marrow. -> เซลล์ต้นกำเนิดเซลล์ต้นกำเนิดเติบโตในไขกระดูก
doubled-word: am: Blood is made in the marrow. -> ደም በመቅኔ በመቅኔ ውስጥ ይፈጠራል።
doubled-word: ko: Cells in the blood -> 혈액 속의 속의 세포
doubled-word: ja: Blood cells grow in the marrow. -> 血液細胞は骨髄の中で骨髄の中で育ちます。
doubled-word: zh-Hans: The treatment helps. -> 治疗治疗有帮助。
doubled-word: zh-Hant: Blood is drawn in the morning. -> 早上抽血抽血。
"""


def pairs(table, *, coded=False):
    for number, line in enumerate(table.strip().splitlines()):
        code, _, rest = line.partition(": ") if coded else ("", "", line)
        tag, _, both = rest.partition(": ")
        english, _, text = both.partition(" -> ")
        yield pytest.param(*([code] if coded else []), tag, english, text, id=f"{number}-{tag}-{code or 'fine'}")


def codes(tag, english, text):
    pair = Pair(english, text, language(tag))
    return {rule.code for rule in RULES for _ in rule.find(pair)}


@pytest.mark.parametrize(("tag", "english", "text"), list(pairs(GOOD)))
def test_good_translation_is_left_alone(tag, english, text):
    assert codes(tag, english, text) == set()


@pytest.mark.parametrize(("code", "tag", "english", "text"), list(pairs(BAD, coded=True)))
def test_bad_translation_is_reported(code, tag, english, text):
    assert code in codes(tag, english, text)


def test_tables_show_all_languages():
    for table, coded in ((GOOD, False), (BAD, True)):
        assert len({each.values[coded] for each in pairs(table, coded=coded)}) >= 30


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in RULES])
def test_manual_is_true(rule):
    for example in rule.examples:
        found = list(rule.find(Pair(example.english, example.text, language(example.tag))))
        assert bool(found) is not example.right, example


@pytest.mark.parametrize("path", [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in CATALOGS])
def test_real_translations_are_left_alone(path):
    tag = path.parts[-3]
    entries = read(path, path.name, tag, Report()).entries.values()
    done = [entry for entry in entries if entry.text and not entry.fuzzy]
    assert len(done) > 50
    assert [(entry.english, entry.text) for entry in done if codes(tag, entry.english, entry.text)] == []


@pytest.mark.parametrize(
    ("text", "sure", "possible"),
    [
        pytest.param("Bringen Sie z. B. ein Buch mit. Danke.", 2, 3, id="shortened words"),
        pytest.param("Am 3. März um 8.30 Uhr", 1, 2, id="day of a month"),
        pytest.param("Ask Dr. Brown. He knows.", 2, 3, id="doctor"),
        pytest.param("Отдых, т. е. сон, важен. Спите.", 2, 2, id="cyrillic"),
        pytest.param("“Is this normal?” is a good question.", 1, 1, id="quoted question"),
        pytest.param("水を飲んでください。休んでください。", 2, 2, id="no spaces"),
        pytest.param("ជាឧទាហរណ៍។ ទឹក", 2, 2, id="khmer"),
        pytest.param("ውሃ ይጠጡ፡፡ ይረፉ።", 2, 2, id="two ethiopic colons"),
        pytest.param("1. Wash your hands.", 1, 2, id="number of a list"),
        pytest.param("Wait … Then go.", 1, 2, id="ellipsis"),
    ],
)
def test_sentences(text, sure, possible):
    assert lengths.sentences(text) == (sure, possible)


def test_length_is_measured_by_what_the_language_needs():
    english = "Your bone marrow makes blood cells."
    assert abs(lengths.deviation(english, "骨髓制造血细胞。", language("zh-Hans"))) < 0.4
    assert lengths.deviation(english, "骨髓制造血细胞。", language("de")) < -0.7


def test_language_that_was_not_measured_goes_by_its_script():
    assert lengths.share_of(language("hu")) == lengths.SCRIPT_SHARES["Latn"]
    assert lengths.share_of(language("el")) is None
    assert lengths.deviation("Drink water.", "Νερό", language("el")) == 0


@pytest.mark.parametrize(
    ("tag", "joined", "apart"),
    [("de", "Ruhen Sie und trinken Sie", "Ruhen Sie. Trinken Sie"), ("ar", "اشرب واسترح", "اشرب. استرح")],
)
def test_the_word_for_and_joins(tag, joined, apart):
    assert lengths.joints(joined, language(tag)) > lengths.joints(apart, language(tag))


def test_repetition_of_the_english_excuses_that_of_the_translation():
    assert codes("de", "It hurts very very much.", "Es tut sehr sehr weh.") == set()


def test_translation_into_english_is_no_concern_of_ours():
    assert codes("en", "Side effects", "Side effects") == set()
