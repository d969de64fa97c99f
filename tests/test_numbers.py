"""The rules for numbers, words for counts, ranges and units, in every language that leaflets are made for."""

from decimal import Decimal

import pytest

from handouts.checks import counts, numbers
from handouts.checks.rules import Pair
from handouts.languages import language, number_signs, unit_forms

RULES = (numbers.different_numbers, numbers.different_words, numbers.turned_range, numbers.different_units)
GOOD = """
am: Come back in 3 months at 8:30. -> ከ3 ወራት በኋላ 2:30 ሰዓት ላይ ይመለሱ።
am: Take 250 mg every 8 hours for 7 days. -> በየ8 ሰዓቱ 250 ሚ.ግ. ለ7 ቀናት ይውሰዱ።
am: One in three patients -> ከሦስት ታካሚዎች አንዱ
am: Half of 24 patients -> ከ24 ታካሚዎች ግማሹ
am: The visit is at 4 p.m. -> ቀጠሮው ከቀኑ 10 ሰዓት ላይ ነው።
am: Rest for two weeks. -> ለሁለት ሳምንት ያርፉ።
ar: More than 1,000,000 people -> أكثر من مليون شخص
ar: One in four patients needs two blood transfusions. -> يحتاج واحد من كل أربعة مرضى إلى عمليتي نقل دم.
ar: Take one tablet three times a day for 10 days. -> تناول قرصًا واحدًا ثلاث مرات يوميًا لمدة عشرة أيام.
ar: For 11 days after the 3rd dose -> لمدة 11 يومًا بعد الجرعة الثالثة
ar: Between 15 and 20 minutes -> ما بين 15 و20 دقيقة
ar: Wait 5 to 7 days. -> انتظر من خمسة إلى سبعة أيام.
ar: Two thirds of patients -> ثلثا المرضى
ar: Take two tablets (1,000 mg) every 12 hours. -> تناول قرصين (1000 ملغ) كل 12 ساعة.
ar: Platelets: 150,000 to 400,000 -> الصفائح الدموية: من 150 ألفًا إلى 400 ألف
ar: About 30% of patients need it after 1.5 years. -> يحتاج إليه نحو ٣٠٪ من المرضى بعد عام ونصف.
ar: Wash your hands for 20 seconds. -> اغسل يديك لمدة 20 ثانية.
ar: Take 250 mg every 6 hours. -> تناول ٢٥٠ ملغ كل ٦ ساعات.
ar: 3 to 10 tablets -> من 3 إلى 10 أقراص
ar: In a week or two -> خلال أسبوع أو أسبوعين
ar: The treatment takes 2 months. -> يستغرق العلاج شهرين.
ar: At 4:30 p.m. on June 2 -> في الساعة 4:30 مساءً يوم 2 يونيو
bn: Take 10 mL three times a day. -> দিনে তিনবার ১০ মিলি খান।
bn: It takes 2–4 weeks. -> ২–৪ সপ্তাহ লাগে।
bn: The dose is not 5 mg but 10 mg. -> মাত্রাটি 5 mg নয়, 10 mg।
bn: Wait for half an hour. -> আধ ঘণ্টা অপেক্ষা করুন।
bn: Fever above 100.4 °F for one hour -> এক ঘণ্টা ধরে ১০০.৪ °F-এর বেশি জ্বর
bn: You need eight weeks. -> আপনার আট সপ্তাহ লাগবে।
bn: Every 6 months for 5 years -> 5 বছর ধরে প্রতি 6 মাসে
de: Take two 5 mg tablets on days 1, 8 and 15. -> Nehmen Sie an den Tagen 1, 8 und 15 zwei Tabletten zu 5 mg ein.
de: The infusion takes one and a half hours. -> Die Infusion dauert anderthalb Stunden.
de: You can return after one to three months. -> Nach einem bis drei Monaten können Sie zurückkehren.
de: A two-week treatment starts on the 1st. -> Eine zweiwöchige Behandlung beginnt am 1.
de: Come at half past eight: 8:30. -> Kommen Sie um halb neun.
de: The first four weeks at home are hard. -> Die ersten vier Wochen zu Hause sind schwer.
de: You will stay in the hospital for 4-6 weeks. -> Sie bleiben vier bis sechs Wochen im Krankenhaus.
de: Take 3 tablets at once. -> Nehmen Sie 3 Tabletten auf einmal.
de: Drink eight glasses of water a day, about 2 liters. -> Trinken Sie täglich acht Gläser Wasser, etwa 2 Liter.
de: In the second month, one visit a week is enough. -> Im zweiten Monat genügt ein Besuch pro Woche.
de: Take 1,000 mg with food, three times a day. -> Nehmen Sie dreimal täglich 1.000 mg zum Essen ein.
de: Please come on May 5, 2026, at 7:30. -> Bitte kommen Sie am 05.05.2026 um 7.30 Uhr.
de: Temperature over 38 degrees for one hour -> Temperatur über 38 Grad seit einer Stunde
de: In the 1990s, only 4 in 10 children survived. -> In den 90er-Jahren überlebten nur 4 von 10 Kindern.
de: Between 8 and 10 a.m., call +49 30 5550100. -> Rufen Sie zwischen 8 und 10 Uhr die Nummer +49 30 5550100 an.
de: Pay attention to two things. -> Achten Sie auf zwei Dinge.
de: The visit takes about 45 minutes; plan an hour. -> Der Termin dauert etwa 45 Minuten; planen Sie 1 Stunde ein.
de: You may go home after 24 to 48 hours. -> Nach 24 bis 48 Stunden dürfen Sie nach Hause.
de: Take 0.25 mg in the morning and 0.5 mg in the evening. -> Nehmen Sie morgens 0,25 mg und abends 0,5 mg ein.
es: Three quarters of patients recover. -> El 75 % de los pacientes se recupera.
es: Both parents are tested twice. -> A ambos padres se les hacen dos pruebas.
es: Some people need one or two more days. -> Algunas personas necesitan un par de días más.
es: You may need 10 to 14 days in the hospital. -> Es posible que deba pasar entre 10 y 14 días en el hospital.
es: Drink 1,500 mL of water a day. -> Beba 1500 ml de agua al día.
es: Call us within 24 hours. -> Llámenos en un plazo de 24 horas.
es: It is given through an IV for about 90 minutes. -> Se administra por vía intravenosa durante unos 90 minutos.
es: The dose is 100 mg/m2 once a week. -> La dosis es de 100 mg/m² una vez por semana.
es: It may take two weeks until you feel better. -> Puede tardar quince días en sentirse mejor.
es: Take 2 tablets of 500 mg every 8 hours. -> Tome 2 comprimidos de 500 mg cada 8 horas.
es: Drink 1,500 mL of water a day. -> Beba 1,500 mL de agua al día.
es: Do not drive for 48 hours after the 2nd infusion. -> No conduzca durante 48 horas después de la 2.ª infusión.
es: Your temperature is above 100.4 °F (38 °C). -> Su temperatura es superior a 100.4 °F (38 °C).
es: The treatment lasts six to eight weeks. -> El tratamiento dura de 6 a 8 semanas.
es: Take one 20-mg tablet every other day. -> Tome un comprimido de 20 mg cada 2 días.
es: Ask at least two weeks ahead. -> Pregunte con al menos dos semanas de antelación.
es: Come to the clinic at 4 p.m. on Monday. -> Venga a la clínica el lunes a las 16:00.
fa: You need two to three weeks. -> به دو تا سه هفته زمان نیاز دارید.
fa: After 100 days, about 50% of people -> پس از صد روز، حدود نیمی از افراد
fa: On the ninth day no medicine is given. -> در روز نهم هیچ دارویی داده نمی‌شود.
fa: Take 7.5 mg every 12 hours. -> هر ۱۲ ساعت ۷/۵ میلی‌گرم مصرف کنید.
fa: Fever above 38 °C for 24 hours -> تب بالای ۳۸ درجهٔ سانتی‌گراد به مدت ۲۴ ساعت
fa: 3 tablets at 8 p.m. -> ۳ قرص در ساعت ۸ شب
fa: Two out of three people feel better after 6 weeks. -> از هر سه نفر، دو نفر پس از ۶ هفته احساس بهتری دارند.
fr: Rest for 2 to 3 hours after each meal. -> Reposez-vous de 2 à 3 heures après chaque repas.
fr: Do not stop after only 3 or 4 days. -> N'arrêtez pas après seulement trois ou quatre jours.
fr: These 2 nurses are here 24/7. -> Ces deux infirmières sont là jour et nuit.
fr: Once the line is in, two nurses check it. -> Une fois le cathéter en place, deux infirmières le vérifient.
fr: Drink 1,500 mL a day. -> Buvez 1 500 ml par jour.
fr: The 1st treatment takes half an hour. -> Le 1er traitement dure 30 minutes.
fr: Your blood pressure should be below 140/90. -> Votre tension doit être inférieure à 140/90.
fr: Take 1/2 tablet in the evening. -> Prenez un demi-comprimé le soir.
fr: Your next visit is on March 3, 2027, at 2:15 p.m. -> Votre prochaine visite a lieu le 3 mars 2027 à 14 h 15.
fr: One person in five has this problem. -> Une personne sur cinq a ce problème.
fr: About 10% of people have a fever above 38.5 °C. -> Environ 10 % des personnes ont une fièvre supérieure à 38,5 °C.
fr: Take 2.5 mg twice a day. -> Prenez 2,5 mg deux fois par jour.
fr: A new medicine is given every eight days. -> Un médicament neuf est donné tous les huit jours.
fr: A year and a half after the transplant -> Dix-huit mois après la greffe
fr: Take it once a day for seven days. -> Prenez-le une fois par jour pendant sept jours.
gu: Drink 2 liters of water in 24 hours. -> 24 કલાકમાં બે લિટર પાણી પીઓ.
gu: Take 250 mg every 12 hours for 5 days. -> 5 દિવસ સુધી દર 12 કલાકે 250 મિ.ગ્રા. લો.
he: The second transplant was two years later. -> ההשתלה השנייה הייתה כעבור שנתיים.
he: Wait 2 days and take 3 mg. -> המתינו יומיים וקחו 3 מ"ג.
he: Come in two weeks at 10:15. -> בואו בעוד שבועיים ב־10:15.
he: For two hours after each of the 4 doses -> במשך שעתיים אחרי כל אחת מארבע המנות
he: You need 8 to 10 cups of water a day. -> יש לשתות 8 עד 10 כוסות מים ביום.
he: Take 1 tablet 2 times a day. -> קחו כדור אחד פעמיים ביום.
he: The treatment takes 3 to 5 hours. -> הטיפול נמשך שלוש עד חמש שעות.
he: Take it once a day at 8 p.m. -> קחו אותו פעם ביום בשעה 20:00.
hi: Platelets are below 150,000. -> प्लेटलेट्स 1.5 लाख से कम हैं।
hi: One liter is 1,000 mL. -> एक लीटर में 1,000 मि.ली. होते हैं।
hi: Platelets are below 1,50,000. -> प्लेटलेट्स 1,50,000 से कम हैं।
hi: Take 5 mL at 8:30 p.m. -> रात साढ़े 8 बजे 5 मि.ली. लें।
hi: In 3 to 6 months -> 3 से 6 महीने में
hi: Take 2 tablets after 30 minutes. -> 30 मिनट बाद दो गोलियाँ लें।
hi: Your child will get 10,000 units twice. -> आपके बच्चे को 10,000 यूनिट दो बार दी जाएगी।
hi: For 5–7 days, 3 times a day -> 5–7 दिनों तक, दिन में 3 बार
hi: The transfusion takes 2.5 hours. -> ख़ून चढ़ाने में ढाई घंटे लगते हैं।
hi: Two or three days before the visit -> आने से दो-तीन दिन पहले
ht: Take 5 mg twice a day. -> Pran 5 mg de fwa pa jou.
ht: Take 1 tablet every 6 hours. -> Pran yon grenn chak 6 èdtan.
ht: Six months after the transplant, 9 out of 10 people work. -> Sis mwa apre grèf la, 9 moun sou 10 ap travay.
ht: Come back in three months, at 9 a.m. -> Tounen nan twa mwa, a 9è nan maten.
ht: In the first two days, drink 3 liters. -> Nan de premye jou yo, bwè 3 lit.
ht: Wait 2 weeks, then call (555) 010-0123. -> Tann de semèn, epi rele (555) 010-0123.
it: Both arms were compared in 1,234 patients. -> I due gruppi sono stati confrontati in 1234 pazienti.
it: Six people out of ten -> 6 persone su 10
it: 3 in 10 people need a second transplant. -> 3 persone su 10 hanno bisogno di un secondo trapianto.
it: It is given every 21 days, six times. -> Viene somministrato ogni 21 giorni, per 6 volte.
it: You are welcome to bring two friends. -> Lei può portare con sé due amici.
it: The results come in 7 to 10 working days. -> I risultati arrivano in 7-10 giorni lavorativi.
it: Do not lift more than 4.5 kg. -> Non sollevi più di 4,5 kg.
it: Call (555) 010-0199 between 8:30 a.m. and 4 p.m. -> Chiami il numero (555) 010-0199 tra le 8.30 e le 16.
it: The cells need 2–4 weeks to grow. -> Le cellule impiegano da 2 a 4 settimane per crescere.
it: Take 20 drops in half a glass of water. -> Prenda 20 gocce in mezzo bicchiere d'acqua.
it: A first visit takes about three quarters of an hour. -> Una prima visita dura circa tre quarti d'ora.
ja: Chemotherapy is given in three to six cycles. -> 化学療法は3～6コース行います。
ja: Two out of three patients -> 患者さんの3人に2人
ja: Do it well for ten minutes. -> 10分間、十分に行ってください。
ja: Take 1 tablet twice a day for 5 days. -> 1日2回、1回1錠を5日間服用してください。
ja: You can call us 24/7 at 1-800-555-0100. -> 1-800-555-0100に24時間年中無休でお電話ください。
ja: Half of the patients go home after a week. -> 患者さんの半数は1週間後に帰宅します。
ja: Call at any time, day or night. -> 24時間いつでもお電話ください。
ja: The first infusion takes about 6 hours. -> 初回の点滴には約6時間かかります。
ja: Eat within two hours. -> 2時間以内にお召し上がりください。
ja: If your temperature is 100.4 °F or higher -> 体温が華氏100.4度以上の場合
ja: Drink a glass of water (200 mL) four times a day. -> コップ1杯（200 mL）の水を1日4回飲んでください。
km: Take care of yourself for five days. -> សូមថែទាំខ្លួនរយៈពេលប្រាំថ្ងៃ។
km: Come at 2 p.m. in two weeks. -> សូមមកនៅម៉ោង 2 រសៀល ក្នុងរយៈពេលពីរសប្ដាហ៍។
km: Use it three times a day. -> ប្រើបីដងក្នុងមួយថ្ងៃ។
km: About 20% of people -> មនុស្សប្រហែល 20 ភាគរយ
km: Take 2 tablets in the morning for 3 days. -> លេប 2 គ្រាប់នៅពេលព្រឹក រយៈពេល 3 ថ្ងៃ។
ko: The doctor comes in the second week. -> 의사는 둘째 주에 옵니다.
ko: Four in ten patients need three more weeks. -> 환자 10명 중 4명은 3주가 더 필요합니다.
ko: Three cell types -> 세 가지 세포 유형
ko: About 20,000 cells are counted. -> 약 2만 개의 세포를 셉니다.
ko: Take one dose every 12 hours. -> 12시간마다 1회분을 복용하세요.
ko: Keep it at 2–8 °C for up to 30 days. -> 2~8 °C에서 최대 30일간 보관하세요.
ko: Your visit is on July 7 at 3 p.m. -> 진료일은 7월 7일 오후 3시입니다.
ko: Keep a fever diary for ten days. -> 열흘 동안 발열 일지를 쓰세요.
ko: Take 2 tablets 3 times a day for two weeks. -> 2주 동안 하루 세 번, 한 번에 두 알씩 드세요.
ko: Every two to three weeks -> 2~3주마다
lo: Wait three days. -> ລໍຖ້າສາມມື້.
lo: Take 5 mL twice a day. -> ກິນ 5 ມລ ມື້ລະສອງເທື່ອ.
lo: Two times a day for a week -> ມື້ລະ 2 ເທື່ອ ເປັນເວລາໜຶ່ງອາທິດ
lo: No food for 8 hours. -> ຫ້າມກິນອາຫານ 8 ຊົ່ວໂມງ.
my: Two out of five patients -> လူနာ ငါးဦးမှာ နှစ်ဦး
my: Use it for two years. -> နှစ်နှစ် သုံးပါ။
my: It takes two weeks and 20 minutes. -> နှစ်ပတ်နဲ့ မိနစ် ၂၀ ကြာပါတယ်။
my: Open at 9 a.m., in 2026 -> ၂၀၂၆ ခုနှစ်မှာ မနက် ၉ နာရီ ဖွင့်ပါတယ်။
my: Take 10 mL at 6 p.m. -> ညနေ ၆ နာရီမှာ ၁၀ မီလီလီတာ သောက်ပါ။
my: Wait 3 to 5 days. -> ၃ ရက်ကနေ ၅ ရက်အထိ စောင့်ပါ။
my: Take 1 tablet 3 times a day. -> တစ်နေ့ ၃ ကြိမ် ဆေး ၁ ပြားစီ သောက်ပါ။
pa: Take 1 tablet every 6 hours. -> ਹਰ 6 ਘੰਟਿਆਂ ਬਾਅਦ ਇੱਕ ਗੋਲੀ ਲਓ।
pa: Take 500 mg with 2 glasses of water. -> 2 ਗਲਾਸ ਪਾਣੀ ਨਾਲ 500 ਮਿ.ਗ੍ਰਾ. ਲਓ।
pa: Two to three hours before the test -> ਟੈਸਟ ਤੋਂ ਦੋ ਤੋਂ ਤਿੰਨ ਘੰਟੇ ਪਹਿਲਾਂ
pl: From the age of 18, two visits a year are enough. -> Od 18. roku życia wystarczą dwie wizyty w roku.
pl: Drink 2.5 liters a day. -> Proszę pić 2,5 litra dziennie.
pl: Take 2 tablets 3 times a day for 14 days. -> Proszę przyjmować 2 tabletki 3 razy dziennie przez 14 dni.
pl: You may have a fever for up to 5 days after the 4th dose. -> Po 4. dawce gorączka może się utrzymywać do 5 dni.
pl: Two out of three patients go home within a month. -> Dwóch na trzech pacjentów wraca do domu w ciągu miesiąca.
pl: Five tablets a day, 0.1 g each -> Pięć tabletek dziennie, po 0,1 g
pl: Each cycle lasts 21 days and has three parts. -> Każdy cykl trwa 21 dni i składa się z trzech części.
pl: Come on December 1 at 8 a.m. -> Proszę przyjść 1 grudnia o godzinie ósmej rano.
pl: Treatment lasts two years. -> Leczenie trwa dwa lata.
pl: The 3rd cycle begins after 28 days. -> Trzeci cykl zaczyna się po 28 dniach.
pl: Fever of 38.0 °C or more -> Gorączka 38 °C lub wyższa
pt: Wait 30 minutes before you eat. -> Espere meia hora antes de comer.
pt: Platelets below 20,000 can cause bleeding. -> Plaquetas abaixo de 20.000 podem causar sangramento.
pt: The nurse comes on Monday at 9:45. -> A enfermeira vem na segunda-feira às 9h45.
pt: Take 3 mL with a glass of water. -> Tome 3 ml com um copo de água.
pt: A unit of blood is about 450 mL. -> Uma bolsa de sangue tem cerca de 450 ml.
pt: Take 2 capsules (300 mg each) at bedtime. -> Tome duas cápsulas (300 mg cada) ao deitar.
pt: From day 10 to day 21, your counts are low. -> Do 10.º ao 21.º dia, suas contagens ficam baixas.
pt: Take 1 tablet every 12 hours for 10 days. -> Tome um comprimido a cada 12 horas durante 10 dias.
pt: In the first 100 days, come twice weekly. -> Nos primeiros 100 dias, venha duas vezes por semana.
ro: About 3,500 people are treated each year. -> În fiecare an sunt tratate aproximativ 3.500 de persoane.
ro: Four of five children are cured. -> Patru din cinci copii se vindecă.
ro: Recovery takes 20 days or more. -> Recuperarea durează 20 de zile sau mai mult.
ro: Drink at least 8 glasses (2 liters) of water. -> Beți cel puțin 8 pahare (2 litri) de apă.
ro: The first five days are the hardest. -> Primele cinci zile sunt cele mai grele.
ro: It took 19 days. -> A durat 19 zile.
ro: Take 100 mg every 6 hours. -> Luați 100 mg la fiecare 6 ore.
ro: We offer nine new rooms. -> Oferim nouă camere noi.
ro: Keep the medicine at 2°C to 8°C. -> Păstrați medicamentul la 2–8 °C.
ro: Weigh yourself every 2 days. -> Cântăriți-vă o dată la două zile.
ru: You need a two-day rest after 12 hours of work. -> После 12 часов работы нужен двухдневный отдых.
ru: There were 12,500 platelets. -> Тромбоцитов было 12 500.
ru: Family and two friends may visit. -> Семья и двое друзей могут вас навещать.
ru: Every two or three days, blood is drawn. -> Каждые 2–3 дня берут кровь на анализ.
ru: Half of them recover in 1.5 years. -> Половина из них выздоравливает за полтора года.
ru: Up to 80% of children live longer than five years. -> До 80 % детей живут дольше пяти лет.
ru: Wait one hour. -> Подождите час.
ru: Drink 1 liter before 10 a.m. -> Выпейте литр воды до 10 часов утра.
ru: The five most common problems -> Пять самых частых проблем
ru: Seven days a week, 8 a.m. to 8 p.m. -> Ежедневно, без выходных, с 8:00 до 20:00 (7 дней в неделю).
ru: For the first 100 days, visit us 1–2 times a week. -> Первые 100 дней приходите к нам 1–2 раза в неделю.
ru: Take 5 mg for 2 weeks, then 2.5 mg. -> Принимайте 5 мг в течение 2 недель, затем 2,5 мг.
ru: The doctor visits twice a week. -> Врач приходит два раза в неделю.
ru: Your temperature is 38.3 °C or higher. -> У вас температура 38,3 °C или выше.
ru: About 2 million people have had it. -> Её перенесли около 2 млн человек.
ru: Use 1 capsule daily for a week. -> Принимайте по 1 капсуле ежедневно в течение 7 дней.
ru: Do not lift more than 5 kg for 6 months. -> В течение шести месяцев не поднимайте более 5 кг.
ru: On the 21st day, 1 mL is given. -> На 21-й день вводят 1 мл.
so: The three steps take 90 minutes. -> Saddexda tallaabo waxay qaataan 90 daqiiqo.
so: Take 5 mL at 8:00 in the morning. -> Qaado 5 mL saacadda 2:00 subaxnimo.
so: Two to four weeks are needed. -> Waxaa loo baahan yahay laba ilaa afar toddobaad.
so: Take 2 tablets every 8 hours. -> Qaado 2 kiniin 8-dii saacadoodba mar.
so: Call if your fever lasts more than 3 days. -> Wac haddii qandhadu ka badato 3 maalmood.
sw: At 1 p.m. two nurses come. -> Saa 7 mchana wauguzi wawili huja.
sw: Out of 10 patients, 7 recover in 12 months. -> Kati ya wagonjwa 10, 7 hupona ndani ya miezi 12.
sw: About 10% need 2–3 units. -> Takriban asilimia 10 huhitaji uniti 2–3.
sw: Come at 10:00 on Friday. -> Njoo saa 4:00 asubuhi siku ya Ijumaa.
sw: Take 2 tablets 3 times a day. -> Kunywa vidonge 2 mara 3 kwa siku.
sw: You will stay for three weeks. -> Utakaa kwa wiki tatu.
sw: The first dose is 10 mg, the second is 20 mg. -> Dozi ya kwanza ni mg 10, ya pili ni mg 20.
sw: Use 2 drops in each eye every 4 hours. -> Weka matone mawili katika kila jicho kila baada ya saa 4.
sw: Wash your hands for 20 seconds. -> Nawa mikono kwa sekunde 20.
ta: Take 5 mL twice a day. -> ஒரு நாளைக்கு இரண்டு முறை 5 மி.லி. குடிக்கவும்.
ta: You need to stay for 3 to 4 weeks. -> நீங்கள் மூன்று முதல் நான்கு வாரங்கள் தங்க வேண்டும்.
ta: At 6 p.m., take two tablets. -> மாலை 6 மணிக்கு இரண்டு மாத்திரைகள் எடுத்துக்கொள்ளுங்கள்.
ta: Wait 15 minutes between the two injections. -> இரண்டு ஊசிகளுக்கு இடையே 15 நிமிடங்கள் காத்திருங்கள்.
ta: Fever above 38 °C for 2 days -> 2 நாட்களாக 38 °C-க்கு மேல் காய்ச்சல்
te: The transplant has four stages. -> ట్రాన్స్‌ప్లాంట్‌లో నాలుగు దశలు ఉంటాయి.
te: Wait two hours. -> రెండు గంటలు వేచి ఉండండి.
te: Take 250 mg three times a day. -> రోజుకు మూడు సార్లు 250 మి.గ్రా. తీసుకోండి.
te: Take 2 tablets for 7 days. -> 7 రోజుల పాటు 2 మాత్రలు తీసుకోండి.
te: Six patients in 100 -> 100 మందిలో ఆరుగురు రోగులు
th: About 10% have pain for two days. -> ประมาณร้อยละ 10 มีอาการปวดนานสองวัน
th: Nine out of ten patients go home within a month. -> ผู้ป่วยเก้าในสิบคนกลับบ้านได้ภายในหนึ่งเดือน
th: Rest for 5–7 days. -> พักผ่อนห้าถึงเจ็ดวัน
th: Do not lift anything over 5 kg for six weeks. -> ห้ามยกของหนักเกิน 5 กก. เป็นเวลาหกสัปดาห์
th: Take one tablet after each of 3 meals. -> รับประทานครั้งละ 1 เม็ด หลังอาหาร 3 มื้อ
th: Your visit is on April 9, 2027, at 13:30. -> คุณมีนัดวันที่ 9 เมษายน 2570 เวลา 13.30 น.
th: Take 500 mg every 6 hours. -> รับประทาน 500 มก. ทุก 6 ชั่วโมง
th: Take 2 tablets at 8 a.m. and 8 p.m. -> รับประทาน 2 เม็ด เวลา 8.00 น. และ 20.00 น.
tl: Take 1 tablet every 4 hours. -> Uminom ng isang tableta tuwing 4 na oras.
tl: Call 911 if your fever is 101 °F. -> Tumawag sa 911 kung 101 °F ang lagnat ninyo.
tl: Every 3 months for 2 years -> Tuwing 3 buwan sa loob ng 2 taon
tl: It takes two to three weeks. -> Inaabot ito ng dalawa hanggang tatlong linggo.
tl: At 2:30 p.m., two nurses come. -> Alas-2:30 ng hapon, may dalawang nars na darating.
tl: You can eat again after one hour. -> Maaari kayong kumain ulit pagkalipas ng isang oras.
tl: You need 3 injections in two months. -> Kailangan ninyo ng tatlong iniksiyon sa loob ng 2 buwan.
tl: Drink 8 glasses of water in 24 hours. -> Uminom ng 8 baso ng tubig sa loob ng 24 na oras.
tr: One out of ten patients -> On hastadan biri
tr: Recovery takes 6 to 12 months. -> İyileşme 6 ila 12 ay sürer.
tr: About 25% of patients need 2 units of blood. -> Hastaların yaklaşık %25'i 2 ünite kana ihtiyaç duyar.
tr: Come back in two months at 14:30. -> İki ay sonra saat 14.30'da tekrar gelin.
tr: The six steps -> Altı adım
tr: Your temperature must be below 37.5 °C. -> Ateşiniz 37,5°C'nin altında olmalıdır.
tr: Take the medicine twice a day, 12 hours apart. -> İlacı 12 saat arayla günde iki kez alın.
tr: Take 1.5 tablets every morning for 3 weeks. -> 3 hafta boyunca her sabah 1,5 tablet alın.
tr: Two of the three donors -> Üç vericiden ikisi
tr: Drink 6 to 8 glasses of water a day. -> Günde 6-8 bardak su için.
uk: Take 250 mg every 12 hours. -> Приймайте 250 мг кожні 12 годин.
uk: The stay takes three to four weeks. -> Перебування триває 3–4 тижні.
uk: Your visit lasts 1 hour 15 minutes. -> Ваш візит триває 1 годину 15 хвилин.
uk: Three times a week for a month -> Тричі на тиждень протягом місяця
uk: Keep it at 2–8 °C. -> Зберігайте при температурі від 2 до 8 °C.
uk: The 2nd dose is given on day 8. -> Другу дозу вводять на 8-й день.
uk: About 70 in 100 people -> Приблизно 70 зі 100 людей
uk: Take 1 tablet in the morning, for example at 7:00. -> Приймайте 1 таблетку вранці, наприклад о 7-й годині.
uk: Take 1 g. -> Прийміть 1 г.
uk: Around 1,200 people get it each year. -> Щороку на неї хворіють близько 1200 людей.
ur: Do it for one and a half hours. -> اسے ڈیڑھ گھنٹے تک کریں۔
ur: Take 500 mg twice a day for 5 days. -> پانچ دن تک روزانہ دو بار 500 ملی گرام لیں۔
ur: The infusion takes 2 hours. -> انفیوژن میں دو گھنٹے لگتے ہیں۔
ur: Half a tablet at 9 p.m. -> رات 9 بجے آدھی گولی
ur: Give yourself two days. -> اپنے آپ کو دو دن دیں۔
ur: A fever of 101 °F or above for 2 days -> 2 دن تک 101 °F یا اس سے زیادہ بخار
vi: Drink 2,000 mL of water. -> Uống 2.000 ml nước.
vi: The wait may be 1.5 hours. -> Có thể phải chờ 1 tiếng rưỡi.
vi: Your visit is on Wednesday, January 6, 2027. -> Quý vị có hẹn khám vào thứ Tư, ngày 6 tháng 1 năm 2027.
vi: Treatment on November 26, 2026 -> Điều trị ngày 26 tháng Mười Một năm 2026
vi: Take your temperature twice a day. -> Hãy đo nhiệt độ hai lần mỗi ngày.
vi: After five years, about 1 in 3 people -> Sau 5 năm, khoảng 1 trong 3 người
vi: About 4 to 6 weeks after the first treatment -> Khoảng 4 đến 6 tuần sau lần điều trị đầu tiên
vi: For 2 out of 5 people -> Cứ 5 người thì có 2 người
vi: The treatment has 4 phases and takes 2 years. -> Việc điều trị có bốn giai đoạn và kéo dài hai năm.
vi: Call if your temperature is 38 °C for more than one hour. -> Hãy gọi nếu quý vị sốt 38 °C trong hơn 1 giờ.
vi: Take 2 tablets twice a day for 5 days. -> Uống 2 viên, ngày hai lần, trong 5 ngày.
zh-Hans: Once every three weeks -> 每三周一次
zh-Hans: The four stages last about half a year. -> 这四个阶段持续约半年。
zh-Hans: On day 5, 100 mg is given. -> 第5天给药100毫克。
zh-Hans: More than half of 1,200 patients -> 1200名患者中有一半以上
zh-Hans: Your COVID-19 test is at 8:30 p.m. -> 您的新冠病毒检测时间是20点30分。
zh-Hans: Your doctor may stop it for a week or two. -> 医生可能会停药一两周。
zh-Hans: Drink 1.5 to 2 liters of water daily. -> 每天喝水1.5至2升。
zh-Hans: Take it every 6 hours, up to 4 times a day. -> 每6小时服用一次，每天最多4次。
zh-Hans: Two or more symptoms for over 72 hours -> 两种以上症状持续超过72小时
zh-Hans: Take 2 tablets twice a day for 2 weeks. -> 每次2片，每日两次，连服两周。
zh-Hans: The eleventh of November -> 11月11日
zh-Hant: Platelets below 50,000 are low. -> 血小板低於5萬即為偏低。
zh-Hant: At 7 a.m. and 7 p.m. -> 早上七點和晚上七點
zh-Hant: One hour before or two hours after a meal -> 飯前一小時或飯後兩小時
zh-Hant: You will be in the hospital for 3 to 4 weeks. -> 您將住院三至四週。
zh-Hant: Two tablets before breakfast -> 早餐前兩片
zh-Hant: Measure your temperature at 6 p.m. -> 晚上6點量體溫
zh-Hant: About 15% of patients stay for 3 months. -> 大約百分之15的病人需住院三個月。
"""
BAD = """
am: Take 250 mg every 8 hours for 7 days. -> በየ8 ሰዓቱ 250 ሚ.ግ. ለ7 ሳምንታት ይውሰዱ።
am: Rest for two weeks. -> ለሦስት ሳምንት ያርፉ።
am: Come back in 3 months. -> ከ3 ሳምንታት በኋላ ይመለሱ።
am: Take 1.5 mL. -> 15 mL ይውሰዱ።
am: 24 patients -> 42 ታካሚዎች
ar: Take 250 mg every 6 hours. -> تناول ٢٥ ملغ كل ٦ ساعات.
ar: Take 250 mg every 6 hours. -> تناول ٢٥٠ مل كل ٦ ساعات.
ar: The treatment takes 2 months. -> يستغرق العلاج أسبوعين.
ar: Take it three times a day. -> تناوله أربع مرات يوميًا.
ar: It takes 2–4 weeks. -> يستغرق 2–4 أيام.
ar: Take two tablets every 12 hours. -> تناول ثلاثة أقراص كل 12 ساعة.
ar: Wait 5 to 7 days. -> انتظر من خمسة إلى ثمانية أيام.
ar: Take 1,000 mg. -> تناول 10,000 ملغ.
ar: Wait 3 hours. -> انتظر 3 أيام.
ar: Platelets: 150,000 to 400,000 -> الصفائح الدموية: من 150 إلى 400
ar: In two weeks -> خلال ثلاثة أسابيع
bn: Take 10 mL three times a day. -> দিনে তিনবার ১ মিলি খান।
bn: It takes 2–4 weeks. -> ২–৪ মাস লাগে।
bn: Fever above 100.4 °F -> ১০০.৪ °C-এর বেশি জ্বর
bn: You need eight weeks. -> আপনার ছয় সপ্তাহ লাগবে।
bn: Take 5 mg. -> ৫ মিলি খান।
de: Take 1,000 mg with food. -> Nehmen Sie 1,000 mg zum Essen ein.
de: Take 1.5 mg with food. -> Nehmen Sie 1.500 mg zum Essen ein.
de: Take 5 mg with food. -> Nehmen Sie 5 g zum Essen ein.
de: Take 5 mcg with food. -> Nehmen Sie 5 mg zum Essen ein.
de: You will stay in the hospital for four to six weeks. -> Sie bleiben sechs bis acht Wochen im Krankenhaus.
de: Please come on May 5, 2026, at 7:30. -> Bitte kommen Sie am 06.05.2026 um 7.30 Uhr.
de: Take it three times a day. -> Nehmen Sie es zweimal täglich.
de: CAR-T cells against CD19 are given. -> Es werden CAR-T-Zellen gegen CD20 gegeben.
de: The visit takes about 45 minutes. -> Der Termin dauert etwa 54 Minuten.
de: Call +49 30 5550100. -> Rufen Sie +49 30 5550010 an.
de: Take two tablets on days 1, 8 and 15. -> Nehmen Sie an den Tagen 1, 8 und 16 zwei Tabletten ein.
de: Temperature over 38 °C -> Temperatur über 38 °F
de: Take 10 mg. -> Nehmen Sie 10.
de: The first four weeks at home are hard. -> Die ersten vier Tage zu Hause sind schwer.
de: Take 3 tablets at once. -> Nehmen Sie 3 mg auf einmal.
es: Take 2 tablets of 500 mg every 8 hours. -> Tome 2 comprimidos de 500 mg cada 6 horas.
es: Drink 1,500 mL of water a day. -> Beba 1,5 ml de agua al día.
es: Your temperature is above 100.4 °F. -> Su temperatura es superior a 104 °F.
es: Your temperature is above 100.4 °F. -> Su temperatura es superior a 100,4 °C.
es: The treatment lasts six to eight weeks. -> El tratamiento dura de seis a ocho meses.
es: The treatment lasts six to eight weeks. -> El tratamiento dura de seis a nueve semanas.
es: Call us within 24 hours. -> Llámenos en un plazo de 24 días.
es: Come to the clinic at 4 p.m. on Monday. -> Venga a la clínica el lunes a las 14:00.
es: Do not drive for 48 hours after the infusion. -> No conduzca durante 24 horas después de la infusión.
es: 1 in 4 patients has a relapse. -> Uno de cada tres pacientes sufre una recaída.
es: You may need 10 to 14 days in the hospital. -> Es posible que deba pasar entre 14 y 10 días en el hospital.
es: Take 5 mL. -> Tome 5 L.
es: Take it once a day. -> Tómelo dos veces al día.
es: Take it once daily. -> Tómelo tres veces al día.
es: Three quarters of patients recover. -> El 25 % de los pacientes se recupera.
fa: Take 7.5 mg every 12 hours. -> هر ۱۲ ساعت ۷۵ میلی‌گرم مصرف کنید.
fa: Take 7.5 mg every 12 hours. -> هر ۱۲ روز ۷٫۵ میلی‌گرم مصرف کنید.
fa: Fever above 38 °C -> تب بالای ۳۹ درجهٔ سانتی‌گراد
fa: You need two to three weeks. -> به سه تا چهار هفته زمان نیاز دارید.
fa: Take 5 mg. -> ۵ گرم مصرف کنید.
fa: 3 tablets at 8 p.m. -> ۳ قرص در ساعت ۹ شب
fa: In 2 weeks -> تا ۲ ماه دیگر
fr: Take 2.5 mg twice a day. -> Prenez 25 mg deux fois par jour.
fr: Take 2.5 mg twice a day. -> Prenez 2,5 mg trois fois par jour.
fr: Drink 1,500 mL a day. -> Buvez 1,5 ml par jour.
fr: Your next visit is on March 3, 2027, at 2:15 p.m. -> Votre prochaine visite a lieu le 3 mars 2027 à 14 h 50.
fr: Your next visit is on March 3, 2027. -> Votre prochaine visite a lieu le 3 mars 2026.
fr: Rest for 2 to 3 hours after each meal. -> Reposez-vous de 3 à 2 heures après chaque repas.
fr: Rest for 2 hours after each meal. -> Reposez-vous 2 minutes après chaque repas.
fr: Take vitamin B12. -> Prenez de la vitamine B6.
fr: Your blood pressure should be below 140/90. -> Votre tension doit être inférieure à 90/140.
fr: You have appointments at 9 a.m. and 2 p.m. -> Vous avez rendez-vous à 9 h et à 15 h.
fr: Take 1/2 tablet in the evening. -> Prenez 2 comprimés le soir.
fr: Take five tablets. -> Prenez six comprimés.
fr: A new medicine is given every eight days. -> Un médicament neuf est donné tous les dix jours.
fr: Take 1,000 mg. -> Prenez 1,000 mg.
gu: Drink 2 liters of water in 24 hours. -> 24 કલાકમાં ત્રણ લિટર પાણી પીઓ.
gu: Wait 2 weeks. -> 2 દિવસ રાહ જુઓ.
gu: Take 250 mg. -> 250 ગ્રામ લો.
gu: Take three tablets. -> બે ગોળી લો.
he: Wait 2 days and take 3 mg. -> המתינו שבועיים וקחו 3 מ"ג.
he: Wait 2 days and take 3 mg. -> המתינו יומיים וקחו 3 מ"ל.
he: The treatment takes 3 to 5 hours. -> הטיפול נמשך 5 עד 3 שעות.
he: Come in two weeks. -> בואו בעוד שלושה שבועות.
he: Take 1 tablet 2 times a day. -> קחו כדור אחד 3 פעמים ביום.
he: Take 250 mcg. -> קחו 250 מ"ג.
hi: Take 2 tablets after 30 minutes. -> 30 घंटे बाद दो गोलियाँ लें।
hi: Platelets are below 150,000. -> प्लेटलेट्स 15,000 से कम हैं।
hi: Take it twice a day. -> इसे दिन में तीन बार लें।
hi: In 3 to 6 months -> 3 से 6 हफ़्ते में
hi: Take 5 mL. -> 5 मि.ग्रा. लें।
hi: Take two tablets. -> तीन गोलियाँ लें।
hi: 10,000 units -> 1,00,000 यूनिट
ht: Take 5 mg twice a day. -> Pran 5 mg twa fwa pa jou.
ht: Take 5 mg twice a day. -> Pran 50 mg de fwa pa jou.
ht: Wait 2 weeks. -> Tann 2 jou.
ht: Come back in three months. -> Tounen nan kat mwa.
ht: Take 500 mg. -> Pran 500 g.
ht: 9 out of 10 people -> 9 moun sou 100
it: Take 20 drops in half a glass of water. -> Prenda 2 gocce in mezzo bicchiere d'acqua.
it: Call (555) 010-0199 between 8:30 a.m. and 4 p.m. -> Chiami il numero (555) 010-0189 tra le 8.30 e le 16.
it: Wait 2 weeks. -> Aspetti 2 giorni.
it: Take 10 mL. -> Prenda 10 mg.
it: It is given every 21 days, six times. -> Viene somministrato ogni 21 giorni, per otto volte.
it: Take 250 mcg. -> Prenda 250 mg.
it: It takes seven days. -> Ci vogliono nove giorni.
it: Six people out of ten -> 6 persone su 100
ja: Take 1 tablet twice a day for 5 days. -> 1日3回、1回1錠を5日間服用してください。
ja: The first infusion takes about 6 hours. -> 初回の点滴には約6日かかります。
ja: On November 26, 2026 -> 2026年12月26日に
ja: Take two tablets. -> 3錠服用してください。
ja: If your temperature is 100.4 °F or higher -> 体温が摂氏100.4度以上の場合
ja: Wait two weeks. -> 三週間待ってください。
ja: Call us at 1-800-555-0100. -> 1-800-555-0010にお電話ください。
ja: Take 5mg. -> 5gを服用してください。
km: Take 2 tablets in the morning for 3 days. -> លេប 2 គ្រាប់នៅពេលព្រឹក រយៈពេល 3 សប្ដាហ៍។
km: Wait 2 weeks. -> រង់ចាំ 2 ថ្ងៃ។
km: Wait two weeks. -> រង់ចាំបួនសប្ដាហ៍។
km: Wait 30 minutes. -> រង់ចាំ 30 ម៉ោង។
ko: Take 2 tablets 3 times a day for two weeks. -> 2개월 동안 하루 세 번, 한 번에 두 알씩 드세요.
ko: About 20,000 cells are counted. -> 약 20만 개의 세포를 셉니다.
ko: Keep it at 2–8 °C for up to 30 days. -> 2~8 °C에서 최대 30주간 보관하세요.
ko: Wait three days. -> 네 시간 기다리세요. 나흘.
ko: Take 250 mg. -> 250 g을 복용하세요.
ko: For ten days -> 사흘 동안
lo: Take 5 mL twice a day. -> ກິນ 5 ມກ ມື້ລະສອງເທື່ອ.
lo: Wait three days. -> ລໍຖ້າສີ່ມື້.
lo: Wait 3 days. -> ລໍຖ້າ 3 ອາທິດ.
lo: No food for 8 hours. -> ຫ້າມກິນອາຫານ 8 ນາທີ.
my: Take 1 tablet 3 times a day. -> တစ်နေ့ ၂ ကြိမ် ဆေး ၁ ပြားစီ သောက်ပါ။
my: Wait 3 days. -> ၃ ပတ် စောင့်ပါ။
my: Wait two weeks. -> သုံးပတ် စောင့်ပါ။
my: Take 0.5 mL. -> ၅ မီလီလီတာ သောက်ပါ။
pa: Take 1 tablet every 6 hours. -> ਹਰ 8 ਘੰਟਿਆਂ ਬਾਅਦ ਇੱਕ ਗੋਲੀ ਲਓ।
pa: Take 5 mg. -> 5 ਗ੍ਰਾਮ ਲਓ।
pa: Wait 2 days. -> 2 ਹਫ਼ਤੇ ਉਡੀਕ ਕਰੋ।
pa: Take three tablets. -> ਚਾਰ ਗੋਲੀਆਂ ਲਓ।
pl: Take 2 tablets 3 times a day for 14 days. -> Proszę przyjmować 3 tabletki 2 razy dziennie przez 14 dni.
pl: Take 2 tablets for 14 days. -> Proszę przyjmować 2 tabletki przez 4 dni.
pl: Drink 2.5 liters a day. -> Proszę pić 25 litrów dziennie.
pl: Treatment lasts two to three years. -> Leczenie trwa od trzech do czterech lat.
pl: The cycle begins after 28 days. -> Cykl zaczyna się po 28 tygodniach.
pl: Fever of 38.0 °C or more -> Gorączka 38,5 °C lub wyższa
pl: Take two tablets. -> Proszę przyjąć cztery tabletki.
pl: Five tablets a day, 0.1 g each -> Pięć tabletek dziennie, po 0,1 mg
pl: Take 10 mL. -> Proszę zażyć 10 litrów.
pt: Take 1 tablet every 12 hours for 10 days. -> Tome um comprimido a cada 12 horas durante 100 dias.
pt: Platelets below 20,000 can cause bleeding. -> Plaquetas abaixo de 2.000 podem causar sangramento.
pt: Platelets below 20,000 can cause bleeding. -> Plaquetas abaixo de 20 podem causar sangramento.
pt: Wait 30 minutes before you eat. -> Espere antes de comer.
pt: In the first 100 days, come twice weekly. -> Nos primeiros 10 dias, venha duas vezes por semana.
pt: Take 3 mL with a glass of water. -> Tome 3 mg com um copo de água.
pt: It lasts four weeks. -> Dura quatro meses.
ro: Take 100 mg every 6 hours. -> Luați 10 mg la fiecare 6 ore.
ro: Take 100 mg every 6 hours. -> Luați 100 mg la fiecare 6 zile.
ro: Recovery takes 20 days or more. -> Recuperarea durează 20 de săptămâni sau mai mult.
ro: Drink at least 2 liters of water. -> Beți cel puțin 2 mililitri de apă.
ro: Take it three times a day. -> Luați de două ori pe zi.
ro: It took 19 days. -> A durat 19 ani.
ro: Call 911. -> Sunați la 112.
ru: Take 5 mg for 2 weeks. -> Принимайте 5 мг в течение 2 дней.
ru: Take 5 mg for 2 weeks. -> Принимайте 5 г в течение 2 недель.
ru: Take 0.5 mg for 2 weeks. -> Принимайте 0,05 мг в течение 2 недель.
ru: The doctor visits twice a week. -> Врач приходит три раза в неделю.
ru: Your temperature is 38.3 °C or higher. -> У вас температура 38,8 °C или выше.
ru: For the first 100 days -> Первые 10 дней
ru: There were 12,500 platelets. -> Тромбоцитов было 125 000.
ru: Wait five days. -> Подождите шесть дней.
ru: Take 2 tablets 3 times a day. -> Принимайте по 3 таблетки 2 раза в день.
ru: 8 a.m. to 8 p.m. -> с 8:00 до 18:00
so: Take 2 tablets every 8 hours. -> Qaado 2 kiniin 6-dii saacadoodba mar.
so: Two to four weeks are needed. -> Waxaa loo baahan yahay saddex ilaa shan toddobaad.
so: Wait 3 days. -> Sug 3 toddobaad.
so: Take 5 mL. -> Qaado 5 mg.
so: The three steps take 90 minutes. -> Saddexda tallaabo waxay qaataan 90 saacadood.
sw: Take 500 mg. -> Kunywa gramu 500.
sw: You will stay for three weeks. -> Utakaa kwa wiki nne.
sw: Come at 10:00 on Friday. -> Njoo saa 5:00 asubuhi siku ya Ijumaa.
sw: Wait 2 weeks. -> Subiri siku 2.
sw: Take 2 tablets 3 times a day. -> Kunywa vidonge 3 mara 2 kwa siku.
sw: At 1 p.m. two nurses come. -> Saa 8 mchana wauguzi wawili huja.
ta: Take 5 mL twice a day. -> ஒரு நாளைக்கு மூன்று முறை 5 மி.லி. குடிக்கவும்.
ta: Take 5 mL twice a day. -> ஒரு நாளைக்கு இரண்டு முறை 5 மி.கி. குடிக்கவும்.
ta: For 2 days -> 2 வாரங்களாக
ta: Take two tablets. -> மூன்று மாத்திரைகள் எடுத்துக்கொள்ளுங்கள்.
ta: Six to eight hours -> ஏழு முதல் எட்டு மணி நேரம்
te: Take 2 tablets for 7 days. -> 7 వారాల పాటు 2 మాత్రలు తీసుకోండి.
te: Wait two hours. -> మూడు గంటలు వేచి ఉండండి.
te: Take 250 mg. -> 250 గ్రా. తీసుకోండి.
te: Take 250 mg three times a day. -> రోజుకు నాలుగు సార్లు 250 మి.గ్రా. తీసుకోండి.
te: Wait 10 minutes. -> 10 గంటలు వేచి ఉండండి.
th: Take 500 mg every 6 hours. -> รับประทาน 500 มล. ทุก 6 ชั่วโมง
th: Take 500 mg every 6 hours. -> รับประทาน 500 มก. ทุก 6 วัน
th: Wait two days. -> รอสามวัน
th: Rest for 5–7 days. -> พักผ่อน 7–5 วัน
th: Take 0.5 mg. -> รับประทาน 5 มก.
th: No more than 5 kg -> ไม่เกิน 5 กรัม
tl: Take 1 tablet every 4 hours. -> Uminom ng isang tableta tuwing 6 na oras.
tl: It takes two to three weeks. -> Inaabot ito ng apat hanggang limang linggo.
tl: Wait 3 days. -> Maghintay ng 3 linggo.
tl: You need 3 injections. -> Kailangan ninyo ng apat na iniksiyon.
tl: Wait 2 hours. -> Maghintay ng 2 araw.
tl: At 2:30 p.m. -> Alas-3:30 ng hapon
tr: About 25% of patients need 2 units of blood. -> Hastaların yaklaşık %52'si 2 ünite kana ihtiyaç duyar.
tr: Take 1.5 tablets every morning for 3 weeks. -> 3 hafta boyunca her sabah 15 tablet alın.
tr: Take 1.5 tablets every morning for 3 weeks. -> 3 ay boyunca her sabah 1,5 tablet alın.
tr: Recovery takes 6 to 12 months. -> İyileşme 6 ila 12 yıl sürer.
tr: Take it twice a day. -> Günde üç kez alın.
tr: Wait 30 minutes. -> 30 saat bekleyin.
tr: Your temperature must be below 37.5 °C. -> Ateşiniz 35,7 °C'nin altında olmalıdır.
uk: Take 250 mg every 12 hours. -> Приймайте 250 мг кожні 12 днів.
uk: Take 250 mg every 12 hours. -> Приймайте 250 мкг кожні 12 годин.
uk: The stay takes three to four weeks. -> Перебування триває 4–5 тижнів.
uk: Keep it at 2–8 °C. -> Зберігайте при температурі від 8 до 2 °C.
uk: Take 2 drops. -> Прийміть 20 крапель.
uk: Wait two days. -> Зачекайте два тижні.
uk: Take 1 g. -> Прийміть 1 мг.
uk: On November 26 -> 16 листопада
ur: Take 500 mg twice a day for 5 days. -> پانچ دن تک روزانہ دو بار 500 گرام لیں۔
ur: Take 500 mg twice a day. -> روزانہ تین بار 500 ملی گرام لیں۔
ur: A fever of 101 °F -> 101 °C بخار
ur: Wait 2 weeks. -> 2 دن انتظار کریں۔
ur: Take 2.5 mL. -> 25 ملی لیٹر لیں۔
vi: Take 2 tablets twice a day for 5 days. -> Uống 2 viên, ngày hai lần, trong 5 tuần.
vi: Drink 2,000 mL of water. -> Uống 2.000 lít nước.
vi: Drink 2,000 mL of water. -> Uống 200 ml nước.
vi: Take it three times a day. -> Uống ngày bốn lần.
vi: The treatment takes 2 years. -> Việc điều trị kéo dài 2 tháng.
vi: Take 1.5 mg. -> Uống 15 mg.
vi: Treatment on November 26, 2026 -> Điều trị ngày 26 tháng 12 năm 2026
zh-Hans: Take 2 tablets twice a day for 2 weeks. -> 每次2片，每日两次，连服两个月。
zh-Hans: Drink 1.5 to 2 liters of water daily. -> 每天喝水2至1.5升。
zh-Hans: Wait two to three days. -> 请等四到五天。
zh-Hans: Take it every 6 hours. -> 每8小时服用一次。
zh-Hans: Take it every 6 hours. -> 每6天服用一次。
zh-Hans: Take 10 mg. -> 服用10克。
zh-Hans: The eleventh of November, 2026 -> 2026年10月11日
zh-Hant: About 15% of patients stay for 3 months. -> 大約15%的病人需住院三年。
zh-Hant: Platelets below 50,000 are low. -> 血小板低於50萬即為偏低。
zh-Hant: You will be in the hospital for three weeks. -> 您將住院四週。
zh-Hant: Take 2 tablets. -> 服用20片。
zh-Hant: At 7 a.m. -> 早上八點
"""


def lines(table):
    for number, line in enumerate(table.strip().splitlines(), start=1):
        tag, _, texts = line.partition(": ")
        english, _, text = texts.partition(" -> ")
        yield pytest.param(tag, english, text, id=f"{tag}-{number}")


def codes(tag, english, text):
    pair = Pair(english, text, language(tag))
    return [rule.code for rule in RULES for _ in rule.find(pair)]


@pytest.mark.parametrize(("tag", "english", "text"), list(lines(GOOD)))
def test_natural_translation_is_not_reported(tag, english, text):
    assert codes(tag, english, text) == []


@pytest.mark.parametrize(("tag", "english", "text"), list(lines(BAD)))
def test_wrong_translation_is_reported(tag, english, text):
    assert codes(tag, english, text)


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        pytest.param(rule, example, id=f"{rule.code}-{example.tag}-{number}")
        for rule in RULES
        for number, example in enumerate(rule.examples)
    ],
)
def test_example_of_the_manual_is_true(rule, example):
    assert bool(list(rule.find(Pair(example.english, example.text, language(example.tag))))) is not example.right


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Nehmen Sie 50 mg für 2 Wochen.", "numbers", id="number"),
        pytest.param("Nehmen Sie 5 g für 2 Wochen.", "units", id="unit"),
        pytest.param("Nehmen Sie 5 mg für 2 Wochen, also 14 Tage.", "numbers", id="number added"),
        pytest.param("Nehmen Sie 5 mg.", "numbers", id="number lost"),
    ],
)
def test_each_mistake_is_reported_once(text, code):
    assert codes("de", "Take 5 mg for 2 weeks.", text) == [code]


def test_finding_shows_both_numbers():
    found = list(numbers.different_numbers.find(Pair("Take 10 mg.", "Tome 100 mg.", language("es"))))
    assert [finding.text for finding in found] == ["the English has 10, the translation has 100"]


@pytest.mark.parametrize(
    ("tag", "written", "values"),
    [
        ("de", "1.500", {1500}),
        ("de", "1,500", {Decimal("1.5")}),
        ("de", "1.5", {Decimal("1.5")}),
        ("de", "0.125", {Decimal("0.125")}),
        ("en", "1,500", {1500}),
        ("en", "1,5", set()),
        ("es", "1,500", {1500}),
        ("es", "1.500", {1500}),
        ("de-CH", "1'500", {1500}),
        ("hi", "1,50,000", {150000}),
        ("de", "1.50.000", set()),
        ("ar", "1٬234٫5", {Decimal("1234.5")}),
        ("it", "26.11.2026", set()),
        ("ja", "00.5", set()),
    ],
)
def test_signs_mean_what_the_language_says(tag, written, values):
    assert numbers._values(written, tag) == values


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("٢٥٠ ملغ", "250 ملغ"),
        ("１，２", "1,2"),
        ("၂–၄ ပတ်", "2-4 ပတ်"),
        ("1½ Ч", "1.5 ч"),
        ("۵ میلی\u200cگرم", "5 میلیگرم"),
        ("10\u202f%, 38 ºC", "10 %, 38 °c"),
    ],
)
def test_texts_are_simplified_alike(text, plain):
    assert counts.simplified(text) == plain


@pytest.mark.parametrize("tag", sorted(counts.WORDS))
def test_words_of_every_language_count_to_twelve(tag):
    values = {meaning[0] for meaning in counts._counts_pattern(tag)[1]}
    assert {*range(1, 13), 20, 30, 50, 100, Decimal("0.5")} <= values


@pytest.mark.parametrize("tag", sorted(set(counts.UNITS) - {""}))
def test_units_of_medicine_and_time_are_known(tag):
    known = {unit for units in counts._units(tag if tag != "zh" else "zh-Hans").values() for unit in units}
    assert {"mg", "g", "ml", "l", "C", "F", "%", "min", "h", "d", "w", "mo", "y"} <= known


def test_every_language_of_words_has_units():
    assert set(counts.WORDS) == set(counts.UNITS) - {""}


def test_unknown_language_may_write_small_numbers_in_words():
    assert codes("nl", "Wait 2 weeks.", "Wacht twee weken.") == []
    assert codes("nl", "Wait 20 weeks.", "Wacht weken.") == ["numbers"]


def test_signs_and_units_come_from_cldr():
    assert (number_signs("de"), number_signs("hi")) == ((",", "."), (".", ","))
    assert {"неделя", "недели", "недель"} <= unit_forms("ru")["duration-week"]
    assert "duration-week" not in unit_forms("am")["duration-week"]
