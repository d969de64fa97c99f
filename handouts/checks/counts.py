"""How languages write small counts and units of measure in words: tables, and where such words stand in a text.

In the tables, `*` ends the beginning of a word, `_` is a space, and `?` marks a word that may mean something else: it
can stand for a number that is missed, but shows that one was added only when a unit follows. The value 0 takes out
what only looks like a number.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from handouts.languages import unit_forms

WORDS = {
    "en": """
        0.5 half halves|0.25 quarter quarters|1 one once single first|2 two twice both? second? pair? couple?
        double?|3 three thrice third? thirds? triple?|4 four fourth?|5 five fifth?|6 six sixth?|7 seven
        seventh?|8 eight eighth?|9 nine ninth?|10 ten tenth?|11 eleven eleventh?|12 twelve twelfth? dozen?|13
        thirteen|14 fourteen fortnight|15 fifteen|16 sixteen|17 seventeen|18 eighteen|19 nineteen|20 twenty|30
        thirty|40 forty|50 fifty|60 sixty|70 seventy|80 eighty|90 ninety|100 hundred hundreds|1000 thousand
        thousands""",
    "es": """
        0.5 medio media medios medias mitad|0.25 cuarto? cuarta?|1 un uno una primer*|1! una_vez|2 dos ambos
        ambas segund*? par? doble?|3 tres tercer*? triple?|4 cuatro cuart*?|5 cinco quint*?|6 seis|7 siete|8
        ocho|9 nueve|10 diez|11 once|12 doce docena|15 quince|20 veinte|24 veinticuatro|30 treinta|50 cincuenta|
        100 cien ciento""",
    "fr": """
        0.5 demi* moitié|0.25 quart?|1 un une premi*|1! une_fois|2 deux second*? deuxième*? double?|3 trois
        troisième*? triple?|4 quatre quatrième*?|5 cinq cinquième*?|6 six|7 sept|8 huit|9 neuf?|10 dix|11 onze|
        12 douze douzaine|15 quinze quinzaine|20 vingt|24 vingt-quatre|30 trente|48 quarante-huit|50 cinquante|
        100 cent""",
    "pt": """
        0.5 meio meia meios metade|0.25 quarto?|1 um uma primeir*|1! uma_vez|2 dois duas ambos ambas segund*?
        par? dobro?|3 três terceir*? terça*?|4 quatro quart*?|5 cinco quint*?|6 seis sext*?|7 sete|8 oito|9
        nove|10 dez|11 onze|12 doze dúzia|15 quinze|20 vinte|30 trinta|50 cinquenta|100 cem cento?""",
    "de": """
        0.5 halb* hälfte|0.25 viertel*?|1 ein* erst*|1! einmal|1.5 eineinhalb* anderthalb*|2.5 zweieinhalb*|2
        zwei zweien zweier zweimal beid* zweit*? zwei*? doppelt*?|3 drei dreien dreier dreimal dritt*? drei*?|4
        vier viermal viert*? vier*?|5 fünf fünfmal fünft*? fünf*?|6 sechs sechsmal sechs*?|7 sieben? siebenmal|8
        acht? achtmal|9 neun neunmal|10 zehn zehnmal zehn*?|11 elf|12 zwölf zwölfmal zwölf*? dutzend|15
        fünfzehn|20 zwanzig*|24 vierundzwanzig*|30 dreißig*|48 achtundvierzig*|50 fünfzig*|100 hundert*""",
    "it": """
        0.5 mezz* metà|0.25 quarto?|1 un uno una prim*|1! una_volta|2 due second*? entramb* ambedue doppi*?|3
        tre terz*?|4 quattro quart*?|5 cinque quint*?|6 sei?|7 sette|8 otto|9 nove|10 dieci|11 undici|12 dodici
        dozzina|15 quindici|20 venti|24 ventiquattro|30 trenta|50 cinquanta|100 cento""",
    "pl": """
        0.5 pół połow* wpół|0.25 kwadrans* ćwierć|1.5 półtor*|1 jeden jedn* pierwsz*|1! raz?|2 dwa dwie dwóch
        dwóm dwoma dwiema dwu dwoje dwojga obie oba obu dwukrotn* drug*? dwu*?|3 trzy trzech trzem trzema troje
        trojga trzykrotn* trzeci*? trzy*?|4 cztery czterech czterem czterema czterokrotn* czwart*? cztero*?|5
        pięć pięciu piąt*? pięcio*?|6 sześć sześciu szóst*?|7 siedem siedmiu siódm*?|8 osiem ośmiu ósm*?|9
        dziewięć dziewięciu dziewiąt*?|10 dziesięć dziesięciu dziesiąt*?|11 jedenaście jedenastu|12 dwanaście
        dwunastu tuzin|15 piętnaście piętnastu|20 dwadzieścia dwudziest*|30 trzydzieści trzydziest*|50
        pięćdziesiąt pięćdziesięciu|100 sto stu""",
    "ro": """
        0.5 jumătate jumătăți jumate|0.25 sfert?|1 un o unu una unul primul prima prim*|1! o_dată|2 doi două
        doua? doilea? dublu? ambele ambii ambelor amândoi amândouă|3 trei treia? treilea?|4 patru patra?
        patrulea?|5 cinci cincea? cincilea?|6 șase|7 șapte|8 opt|9 nouă?|10 zece|11 unsprezece|12 doisprezece
        douăsprezece duzină|15 cincisprezece|20 douăzeci|30 treizeci|50 cincizeci|100 sută sute""",
    "ru": """
        0.5 половин* пол полу*? пол*?|0.25 четверть?|1.5 полтор*|1 один одн* перв* раз? разов*?|1! один_раз|2
        два две двух двум двумя двое двоих дважды оба обе обоих обеих двукратн* втор*? двух*? двой*?|3 три трех
        трем тремя трое троих трижды трехкратн* трет*? трех*?|4 четыре четырех четырем четырьмя четверо
        четверт*? четырех*?|5 пять пяти пятью пятеро пят*? пяти*?|6 шесть шести шестью шест*?|7 семь семи семью?
        седьм*?|8 восемь восьми восемью восьм*?|9 девять девяти девят*?|10 десять десяти десят*?|11 одиннадцат*|
        12 двенадцат* дюжин*|15 пятнадцат*|20 двадцат*|30 тридцат*|50 пятьдесят пятидесят*|100 сто? ста?""",
    "uk": """
        0.5 половин* пів пів*?|0.25 чверть?|1.5 півтор*|1 один одн* перш* раз? разов*?|1! один_раз|2 два дві
        двох двом двома двоє двічі обидва обидві обох друг*? дво*?|3 три трьох трьом трьома троє тричі трет*?
        трьох*? три*?|4 чотири чотирьох чотирьом чотирма четверт*? чотири*?|5 п'ять п'яти п'ятьох п'ят*?|6 шість
        шести шістьох шост*?|7 сім семи сімох сьом*?|8 вісім восьми вісьмох восьм*?|9 дев'ять дев'яти дев'ят*?|
        10 десять десяти десят*?|11 одинадцят*|12 дванадцят*|15 п'ятнадцят*|20 двадцят*|30 тридцят*|50
        п'ятдесят*|100 сто? ста?""",
    "tr": """
        0.5 yarım* yarı* buçuk|0.25 çeyrek|1.5 bir_buçuk|1 bir birinci* birer* ilk tek*|1! bir_kez bir_kere
        bir_defa|2 iki ikisi* ikinci*? ikişer* ikiye her_iki çift*?|3 üç üçer* üçüncü*?|4 dört dörder*
        dördüncü*?|5 beş beşer* beşinci*?|6 altı?|7 yedi?|8 sekiz sekizer*|9 dokuz|10 on?|11 on_bir|12 on_iki|15
        on_beş|20 yirmi|30 otuz|50 elli|100 yüz?""",
    "vi": """
        0.5 nửa rưỡi|1 một đầu_tiên giêng|1! một_lần|2 hai cả_hai đôi? thứ_hai?|3 ba? thứ_ba?|4 bốn tư? thứ_tư?|
        5 năm? lăm? thứ_năm?|6 sáu thứ_sáu?|7 bảy bẩy thứ_bảy?|8 tám|9 chín?|10 mười|11 mười_một|12 mười_hai
        chạp|15 mười_lăm|20 hai_mươi|30 ba_mươi|50 năm_mươi|100 một_trăm trăm?""",
    "tl": """
        0.5 kalahati* kalahating|1 isa isang una unang minsan|1! isang_beses minsan|2 dalawa dalawang dalawahan
        kapwa pareho* ikalawa*? pangalawa*? dos?|3 tatlo tatlong ikatlo*? pangatlo*? tres?|4 apat ikaapat*?
        pang-apat? kuwatro|5 lima limang ikalima*? singko|6 anim sais|7 pito pitong siyete|8 walo walong otso|9
        siyam nuwebe|10 sampu sampung diyes|11 labing-isa labing-isang onse|12 labindalawa* labingdalawa* dose?|
        15 labinlima* kinse|20 dalawampu* beinte|30 tatlumpu* trenta|50 limampu* singkwenta|100 sandaan*
        isang_daan*""",
    "ht": """
        0.5 mwatye demi edmi mitan?|1 yon youn premye yonn|1! yon_fwa|2 de? toude toulede de_fwa dezyèm? doub?|3
        twa twazyèm?|4 kat katriyèm?|5 senk senkyèm?|6 sis|7 sèt|8 uit wit ywit|9 nèf?|10 dis|11 onz|12 douz|15
        kenz|20 ven vent|24 vennkat|30 trant|50 senkant|100 san?""",
    "so": """
        0.5 nus nuska badh? bar? kala_bar|1 hal mid kow koowaad kowaad ugu_horreysa ugu_horreeya|1! hal_mar
        hal_jeer|2 laba labada labadii labo labaad? labadoodaba|3 saddex saddexda saddexaad?|4 afar afarta
        afraad?|5 shan shanta shanaad?|6 lix lixda|7 toddoba toddobada|8 siddeed siddeedda sideed|9 sagaal
        sagaalka|10 toban tobanka|11 kow_iyo_toban|12 laba_iyo_toban|15 shan_iyo_toban|20 labaatan|30 soddon|50
        konton|100 boqol""",
    "sw": """
        0.5 nusu|0.25 robo|1 moja mmoja kimoja jimoja mmojawapo kwanza|1! mara_moja|2 mbili wawili viwili mawili
        miwili pili?|3 tatu watatu vitatu matatu mitatu|4 nne wanne vinne manne minne|5 tano watano vitano
        matano mitano|6 sita|7 saba|8 nane wanane vinane manane minane|9 tisa|10 kumi|11 kumi_na_moja|12
        kumi_na_mbili|15 kumi_na_tano|20 ishirini|30 thelathini|50 hamsini|100 mia""",
    "ar": """
        0.5 نصف النصف|0.25 ربع|1 واحد واحدة واحدا احد احدى أحد إحدى أول أولى أولا مرة|1! مرة_واحدة|2 اثنان اثنين
        اثنتان اثنتين اثنا اثني اثنتا اثنتي إثنان كلا كلتا كلاهما كلتاهما كليهما كلتيهما ثان*? ثنائي*? مرتان
        مرتين قرصان قرصين حبتان حبتين جرعتان جرعتين ملعقتان ملعقتين قطرتان قطرتين لتران لترين كوبان كوبين نوعان
        نوعين مضاعف*? ضعف?|3 ثلاث ثلاثة ثلاثا ثالث*?|4 أربع أربعة أربعا رابع*?|5 خمس خمسة خمسا خامس*?|6 ست ستة
        سادس*?|7 سبع سبعة سابع*?|8 ثمان ثماني ثمانية ثامن*?|9 تسع تسعة تاسع*?|10 عشر? عشرة? عاشر*?|11 أحد_عشر
        إحدى_عشرة|12 اثنا_عشر اثني_عشر اثنتا_عشرة اثنتي_عشرة|15 خمسة_عشر خمس_عشرة|20 عشرون عشرين|30 ثلاثون
        ثلاثين|50 خمسون خمسين|100 مئة مائة""",
    "fa": """
        0.5 نیم نصف نیمی|0.25 ربع یک_چهارم|1 یک یکی اول اولین نخست*|1! یک_بار یکبار|2 دو دوتا دوبار هردو دوم?
        دومین? دوباره? جفت?|3 سه سوم? سومین? سهبار|4 چهار چهارم?|5 پنج پنجم?|6 شش? ششم?|7 هفت هفتم?|8 هشت|9 نه?|
        10 ده?|11 یازده|12 دوازده|15 پانزده|20 بیست|30 سی?|50 پنجاه|100 صد""",
    "ur": """
        0.5 آدھ* نصف ساڑھے|0.25 چوتھائی پاؤ|1.5 ڈیڑھ|2.5 ڈھائی|1 ایک پہل*|1! ایک_بار ایک_مرتبہ ایک_دفعہ|2 دو
        دونوں دوسر*? دگن*? دوبار|3 تین تینوں تیسر*?|4 چار چوتھ*?|5 پانچ پانچو*?|6 چھ چھے|7 سات|8 آٹھ|9 نو|10 دس|
        11 گیارہ|12 بارہ|15 پندرہ|20 بیس|30 تیس|50 پچاس|100 سو?""",
    "he": """
        0.5 חצי מחצית וחצי|0.25 רבע|1 אחד אחת ראשון* ראשונ* יחיד* פעם|1! פעם_אחת|2 שניים שתיים שתי שני? שנים?
        שניהם שתיהן שנייה? שנית? פעמיים כפול*?|3 שלוש שלושה שלושת שלישי*?|4 ארבע ארבעה ארבעת רביעי*?|5 חמש חמישה
        חמשת חמישי*?|6 שש שישה ששת שישי*?|7 שבע שבעה שבעת|8 שמונה שמונת|9 תשע תשעה תשעת|10 עשר עשרה עשרת|11
        אחת_עשרה אחד_עשר|12 שתים_עשרה שתיים_עשרה שנים_עשר שניים_עשר|15 חמש_עשרה|20 עשרים|30 שלושים|50 חמישים|100
        מאה""",
    "hi": """
        0.5 आधा आधे आधी साढ़े|0.25 चौथाई सवा|1.5 डेढ़|2.5 ढाई|1 एक पहल* प्रथम|1! एक_बार|2 दो दोनों दूसर*?
        दोबारा? दुगु*? दोगु*?|3 तीन तीनों तीसर*?|4 चार चारों चौथ*?|5 पाँच पांच पाँचव*? पांचव*?|6 छह छः छ: छै|7
        सात|8 आठ|9 नौ|10 दस|11 ग्यारह|12 बारह|15 पंद्रह पन्द्रह|20 बीस|24 चौबीस|30 तीस|50 पचास|100 सौ""",
    "bn": """
        0.5 অর্ধেক* আধ আধা* সাড়ে|0.25 সিকি|1.5 দেড়|2.5 আড়াই|1 এক একটি* একটা* একজন* প্রথম*|1! একবার|2 দুই
        দুইটি* দুইটা* দুইবার* দুটি* দুটো* দুটা* দুবার* দু দু'* উভয়* দ্বিতীয়*? দুই*? দ্বিগুণ*?|3 তিন তিনটি*
        তিনটা* তিনবার* তৃতীয়*? তিন*?|4 চার চারটি* চারটা* চারবার* চতুর্থ*?|5 পাঁচ পাঁচটি* পাঁচবার* পঞ্চম*?|6 ছয়
        ছয়টা* ছয়টি* ছয়বার*|7 সাত সাতটি* সাতটা*|8 আট আটটি* আটটা*|9 নয়? নয়টি*|10 দশ দশটি* দশটা*|11 এগারো এগারোটি*
        এগারোটা*|12 বারো বারোটি* বারোটা*|15
        পনেরো|20 বিশ কুড়ি|24 চব্বিশ|30 ত্রিশ|50 পঞ্চাশ|100 একশ* শত?""",
    "pa": """
        0.5 ਅੱਧ* ਸਾਢੇ|0.25 ਚੌਥਾਈ|1.5 ਡੇਢ|2.5 ਢਾਈ|1 ਇੱਕ ਇਕ ਪਹਿਲ*|1! ਇੱਕ_ਵਾਰ ਇਕ_ਵਾਰ|2 ਦੋ ਦੋਵ* ਦੋਹਾਂ ਦੂਜ*? ਦੁੱਗ*?|3
        ਤਿੰਨ ਤਿੰਨੇ ਤਿੰਨਾਂ ਤੀਜ*?|4 ਚਾਰ ਚੌਥ*?|5 ਪੰਜ ਪੰਜਵ*?|6 ਛੇ|7 ਸੱਤ|8 ਅੱਠ|9 ਨੌਂ ਨੌ|10 ਦਸ|11 ਗਿਆਰਾਂ|12 ਬਾਰਾਂ|15
        ਪੰਦਰਾਂ|20 ਵੀਹ|24 ਚੌਵੀ|30 ਤੀਹ|50 ਪੰਜਾਹ|100 ਸੌ?""",
    "gu": """
        0.5 અડધ* અર્ધ* સાડા|0.25 પા? સવા|1.5 દોઢ|2.5 અઢી|1 એક પહેલ* પ્રથમ|1! એક_વાર એક_વખત એકવાર|2 બે બંને બન્ને
        બેવાર બીજ*? બમણ*?|3 ત્રણ* ત્રીજ*?|4 ચાર* ચોથ*?|5 પાંચ પાંચમ*?|6 છ|7 સાત|8 આઠ|9 નવ|10 દસ|11 અગિયાર|
        12 બાર|15 પંદર|20 વીસ|24 ચોવીસ|30 ત્રીસ|50 પચાસ|100 સો?""",
    "ta": """
        0.5 அரை பாதி* அரைம*|0.25 கால்?|1.5 ஒன்றரை|2.5 இரண்டரை|3.5 மூன்றரை|4.5 நான்கரை|5.5 ஐந்தரை|6.5 ஆறரை|7.5 ஏழரை|8.5
        எட்டரை|9.5 ஒன்பதரை|10.5 பத்தரை|11.5 பதினொன்றரை|12.5 பன்னிரண்டரை|1 ஒரு ஒன்று ஒரே முதல்* ஒருமுறை|1! ஒரு_முறை
        ஒருமுறை|2 இரண்டு* இரண்டா*? இருமுறை இரு? இருவ*? இரட்டி*?|3 மூன்று* மூன்றா*? மும்முறை|4 நான்கு* நாலு*
        நான்கா*?|5 ஐந்து* ஐந்தா*?|6 ஆறு?|7 ஏழு*|8 எட்டு*|9 ஒன்பது*|10 பத்து*|11 பதினொன்று* பதினோரு|12
        பன்னிரண்டு*|15 பதினைந்து*|20 இருபது* இருபத*|30 முப்பது* முப்பத*|50 ஐம்பது* ஐம்பத*|100 நூறு*""",
    "te": """
        0.5 సగం* అర అరగంట*|0.25 పావు*|1.5 ఒకటిన్నర|2.5 రెండున్నర|3.5 మూడున్నర|4.5 నాలుగున్నర|5.5
        ఐదున్నర|6.5 ఆరున్నర|7.5 ఏడున్నర|8.5 ఎనిమిదిన్నర|9.5 తొమ్మిదిన్నర|10.5 పదిన్నర|11.5 పదకొండున్నర|12.5 పన్నెండున్నర|
        1 ఒక ఒకటి ఒక్క* ఒకసారి మొదటి* ఒకే|1! ఒకసారి
        ఒక_సారి|2 రెండు* రెండూ రెండుసార్లు రెండవ*? రెండో*? ఇద్దరు* రెట్టింపు*?|3 మూడు* మూడవ*? మూడో*? ముగ్గురు*|4
        నాలుగు* నాలుగవ*? నాలుగో*?|5 ఐదు* అయిదు* ఐదవ*?|6 ఆరు?|7 ఏడు?|8 ఎనిమిది*|9 తొమ్మిది*|10 పది|11 పదకొండు*|12
        పన్నెండు*|15 పదిహేను*|20 ఇరవై*|30 ముప్పై*|50 యాభై*|100 వంద* నూరు*""",
    "th": """
        0 ห้าม ห้าง เก้าอี้ ร้อยละ ร้อยเอ็ด หกล้ม หกเลอะ|0.5 ครึ่ง|1 หนึ่ง เดียว แรก|1! ครั้งเดียว หนึ่งครั้ง
        วันละครั้ง|2 สอง ทั้งคู่|3 สาม|4 สี่|5 ห้า?|6 หก?|7 เจ็ด|8 แปด|9 เก้า?|10 สิบ|11 สิบเอ็ด|12 สิบสอง|15
        สิบห้า|20 ยี่สิบ|30 สามสิบ|50 ห้าสิบ|100 ร้อย?""",
    "lo": """
        0 ຫ້າມ ຫ້າງ|0.5 ເຄິ່ງ|1 ໜຶ່ງ ນຶ່ງ ດຽວ ທຳອິດ|1! ໜຶ່ງຄັ້ງ ຄັ້ງດຽວ ເທື່ອດຽວ ໜຶ່ງເທື່ອ|2 ສອງ|3 ສາມ|4 ສີ່|5
        ຫ້າ?|6 ຫົກ?|7 ເຈັດ|8 ແປດ|9 ເກົ້າ?|10 ສິບ|11 ສິບເອັດ|12 ສິບສອງ|15 ສິບຫ້າ|20 ຊາວ|30 ສາມສິບ|50 ຫ້າສິບ|100
        ຮ້ອຍ?""",
    "km": """
        0 បីបាច់ បីប|0.5 កន្លះ ពាក់កណ្ដាល ពាក់កណ្តាល|1 មួយ ដំបូង|1! ម្ដង ម្តង មួយដង|2 ពីរ ទាំងពីរ|3 បី?|4 បួន|5
        ប្រាំ|6 ប្រាំមួយ|7 ប្រាំពីរ ប្រាំពិល|8 ប្រាំបី|9 ប្រាំបួន|10 ដប់|11 ដប់មួយ|12 ដប់ពីរ|15 ដប់ប្រាំ|20
        ម្ភៃ|30 សាមសិប|50 ហាសិប|100 មួយរយ""",
    "my": """
        0.5 တစ်ဝက် တဝက် ခွဲ?|1 တစ် တခု ပထမ|1! တစ်ကြိမ် တစ်ခါ|2 နှစ်? နှစ်ကြိမ် နှစ်ခု နှစ်မျိုး နှစ်ဦး ဒုတိယ?|3
        သုံး? သုံးကြိမ် သုံးခု သုံးမျိုး တတိယ?|4 လေး? လေးကြိမ် လေးခု လေးမျိုး|5 ငါး? ငါးကြိမ် ငါးခု|6 ခြောက်?
        ခြောက်ကြိမ်|7 ခုနစ် ခုနှစ်?|8 ရှစ်|9 ကိုး?|10 ဆယ်|11 ဆယ့်တစ်|12 ဆယ့်နှစ်|15 ဆယ့်ငါး|20 နှစ်ဆယ်|30
        သုံးဆယ်|50 ငါးဆယ်|100 တစ်ရာ""",
    "am": """
        0.5 ግማሽ ተኩል|0.25 ሩብ|1 አንድ አንዱ አንዷ አንዴ አንድን መጀመሪያ*|1! አንድ_ጊዜ አንዴ|2 ሁለት ሁለቱ* ሁለተኛ*? እጥፍ?|3 ሦስት ሶስት ሦስቱ*
        ሶስቱ* ሦስተኛ*? ሶስተኛ*?|4 አራት አራቱ* አራተኛ*?|5 አምስት አምስቱ* አምስተኛ*?|6 ስድስት ስድስቱ*|7 ሰባት ሰባቱ*|8 ስምንት ስምንቱ*|9 ዘጠኝ|10
        አስር አሥር ዐስር|11 አስራ_አንድ አሥራ_አንድ|12 አስራ_ሁለት አሥራ_ሁለት|15 አስራ_አምስት|20 ሃያ ሀያ|30 ሠላሳ ሰላሳ|50 ሃምሳ ሀምሳ አምሳ|100 መቶ?""",
    "ko": """
        0.5 절반* 반? 반에 반나절|1 한 하나* 하루* 첫* 한번 일?|1! 한_번 1회 하루_한|2 두 둘* 두번 이틀* 양쪽* 양?
        이? 두세?|3 세? 셋* 세번 사흘* 삼? 석?|4 네? 넷* 네번 나흘* 사? 넉?|5 다섯* 오?|6 여섯* 육?|7 일곱* 칠? 일주일*|
        8 여덟* 팔?|9 아홉* 구?|10 열? 열흘* 십?|11 열한|12 열두|15 열다섯* 보름|20 스무 스물*|30 서른|50 쉰|100
        백?""",
    "ja": """
        0 十分 一部 一般 一緒 一時 一定 統一 万一|0.5 半|1 一 ひとつ 最初 初|1! 一回 一度|2 二? 両? 二つ ふたつ
        双?|3 三? 三つ|4 四? 四つ|5 五? 五つ|6 六? 六つ|7 七? 七つ|8 八? 八つ|9 九? 九つ|10 十?|11 十一|12 十二|
        15 十五|20 二十|24 二十四|30 三十|50 五十|100 百""",
    "zh": """
        0 十分 一般 一起 统一 統一 万一 萬一 一些 一旦 唯一 四肢 五官 二手 不二 三角 四周|0.5 半|0.25 一刻|1 一
        首次|1! 一次|2 二? 两? 兩? 双? 雙? 俩 倆|3 三?|4 四?|5 五?|6 六?|7 七?|8 八?|9 九?|10 十?|11 十一|12
        十二|15 十五|20 二十|24 二十四|30 三十|50 五十|100 百 一百""",
}

# What stands for two without a word for it, and what it counts.
DUALS = {
    "ar": {
        "w": "أسبوعان أسبوعين",
        "d": "يومان يومين",
        "h": "ساعتان ساعتين",
        "mo": "شهران شهرين",
        "min": "دقيقتان دقيقتين",
    }
    | {"y": "سنتان سنتين عامان عامين", "x": "مرتان مرتين", "tab": "قرصان قرصين حبتان حبتين", "drop": "قطرتان قطرتين"},
    "he": {
        "w": "שבועיים",
        "d": "יומיים",
        "h": "שעתיים",
        "mo": "חודשיים",
        "y": "שנתיים",
        "x": "פעמיים",
        "min": "דקותיים",
    },
}

# Units beside CLDR's: what leaflets write, with the beginnings of inflected words.
UNITS = {
    "": """
        mg mg|mcg mcg μg ug|g g|kg kg|ml ml cc|l l|mm mm|cm cm|m m|C °c|F °f|CF °|% %|h h|min min|iu iu ui ie""",
    "en": """
        mg milligram*|mcg microgram*|g gram grams gm|kg kilogram* kilo kilos|ml milliliter* millilitre*|l liter*
        litre*|mm millimet*|cm centimet*|m meter* metre*|C celsius degrees_celsius degrees_c|F fahrenheit
        degrees_fahrenheit degrees_f|CF degree degrees|% percent per_cent|s seconds|min minute minutes mins|h
        hour hours hr hrs|d day days|w week weeks wk wks|mo month months|y year years yr yrs|x times time|tab
        tablet* pill pills|drop drop drops|iu international_units""",
    "es": """
        mg miligramo*|mcg microgramo* mcgr|g gramo* gr|kg kilo kilos kilogramo*|ml mililitro*|l litro*|mm
        milímetro*|cm centímetro*|CF grado*|% por_ciento|s segundo*|min minuto*|h hora*|d día* dia*|w semana*|mo
        mes meses|y año*|x vez veces|tab tableta* comprimid* pastilla* píldora*|drop gota*""",
    "fr": """
        mg milligramme*|mcg microgramme*|g gramme* gr|kg kilo kilos|ml millilitre*|l litre*|CF degré*|%
        pour_cent|s seconde*|min minute*|h heure*|d jour* j|w semaine*|mo mois|y an ans année*|x fois|tab
        comprimé* pilule* cachet*|drop goutte*""",
    "pt": """
        mg miligrama*|mcg micrograma*|g grama* gr|kg quilo* kilo*|ml mililitro*|l litro*|CF grau*|% por_cento|s
        segundo*|min minuto*|h hora*|d dia*|w semana*|mo mês meses|y ano*|x vez vezes|tab comprimido* pílula*|
        drop gota*""",
    "de": """
        mg milligramm*|mcg mikrogramm*|g gramm*|kg kilo*|ml milliliter*|l liter*|CF grad*|% prozent*|s sekunde*|
        min minute* minütig*|h stunde* stündig* std|d tag* tägig*|w woche* wöchig*|mo monat*|y jahr* jährig*|x
        mal x|tab tablette*|drop tropfen""",
    "it": """
        mg milligramm*|mcg microgramm*|g gramm* gr|kg chilo chili|ml millilitr*|l litr*|CF grad*|% per_cento
        percento|s second*|min minut*|h ora ore|d giorn* gg|w settiman*|mo mese mesi|y ann*|x volt*|tab
        compress* pillol*|drop gocc*""",
    "pl": """
        mg miligram*|mcg mikrogram*|g gram*|kg kilo*|ml mililitr*|l litr*|CF stop*|% procent* proc|s sekund*|min
        minut*|h godz*|d dzień dni* dnia dob*|w tydz* tygod*|mo miesi*|y rok* lat*|x raz razy|tab tablet*|drop
        kropl*""",
    "ro": """
        mg miligram*|mcg microgram*|g gram* gr|kg kilogram* kilo*|ml mililitr*|l litr*|CF grad*|% la_sută
        procent*|s secund*|min minut*|h oră ore|d zi zile*|w săptămân*|mo lună luni|y an ani|x dată ori|tab
        comprimat* tablet* pastil*|drop picătur*""",
    "ru": """
        mg мг миллиграмм*|mcg мкг микрограмм*|g г гр грамм*|y г год* лет|kg кг килограмм* кило|ml мл миллилитр*|
        l л литр*|mm мм миллиметр*|cm см сантиметр*|m м метр*|C °с|CF градус*|% процент*|s с сек секунд*|min мин
        минут*|h ч час*|d дн* день дня дней сут*|w нед*|mo мес*|x раз раза|tab табл*|drop кап*|iu ме ед""",
    "uk": """
        mg мг міліграм*|mcg мкг мікрограм*|g г гр грам*|kg кг кілограм*|ml мл мілілітр*|l л літр*|mm мм
        міліметр*|cm см сантиметр*|m м метр*|C °с|CF градус*|% відсот* процент*|s с сек секунд*|min хв хвилин*|h
        год годин*|d дн* день дня доб*|w тиж*|mo міс*|y рік рок* р|x раз рази разів|tab табл*|drop крап*|iu мо
        од""",
    "tr": """
        mg miligram*|mcg mikrogram*|g gram* gr|kg kilo*|ml mililitre*|l litre* lt|CF derece*|% yüzde|s saniye*|
        min dakika* dk|h saat*|d gün*|w hafta*|mo ay ay'* ayda aya ayı ayın aylık aydan|y yıl* yaş*|x kez kere
        defa|tab tablet* hap*|drop damla*""",
    "vi": """
        mg miligam miligram|mcg microgam mcg|g gam gram|kg kí ký|ml mililit mi-li-lít|l lít|CF độ|% phần_trăm|s
        giây|min phút|h giờ tiếng|d ngày hôm|w tuần|mo tháng|y năm tuổi|x lần|tab viên|drop giọt""",
    "tl": """
        mg miligramo* milligram*|mcg mikrogramo* microgram*|g gramo* gram|kg kilo*|ml mililitro* milliliter*|l
        litro*|CF digri* degree* grado*|% porsiyento* porsyento*|s segundo*|min minuto*|h oras|d araw|w linggo*|
        mo buwan*|y taon* taong|x beses|tab tableta* pildoras*|drop patak*""",
    "ht": """
        mg miligram*|mcg mikwogram*|g gram gr|kg kilo*|ml mililit*|l lit|CF degre* degrès|% pousan* pouvan|s
        segond*|min minit*|h èdtan è èd_tan zè zèdtan|d jou|w semèn* senmèn*|mo mwa|y an ane lane|x fwa|tab
        grenn konprime*|drop gout""",
    "so": """
        mg miligaraam* milligram*|mcg maykrogaraam* mikrogaraam*|g garaam* gram|kg kiilo*|ml mililitar* mililitir*
        milliliter*|l litir* litar*|CF digrii* darajo*|% boqolkiiba|s ilbiriqsi*|min daqiiqo* daqiiqad*|h saac*|
        d maalin* maalmood* cisho|w toddobaad* usbuuc*|mo bil bilood*|y sano* sannad* sanad*|x jeer mar|tab
        kiniin* xabbo*|drop dhibic*""",
    "sw": """
        mg miligramu|mcg mikrogramu|g gramu|kg kilo*|ml mililita|l lita|CF digrii nyuzi|% asilimia|s sekunde|min
        dakika|h saa masaa|d siku|w wiki juma|mo mwezi miezi|y mwaka miaka|x mara|tab kidonge vidonge tembe|drop
        tone matone""",
    "ar": """
        mg ملغ ملغم مغ مغم ملجم مجم مليغرام* ملليغرام* ملغرام* مليجرام* ملليجرام* ميليغرام* ميلليغرام*
        ميليجرام*|mcg مكغ مكغم مكجم ميكروغرام* ميكروجرام* ميكروغ|g غ غم جم غرام* جرام*|kg كغ كغم كجم كيلوغرام*
        كيلوجرام* كيلو|ml مل مليلتر* ملليلتر* ميليلتر* ملل ملتر|l ل لتر* ليتر*|mm مم ملم مليمتر*|cm سم سنتيمتر*|
        m م متر* أمتار|C °م درجة_مئوية درجات_مئوية|F °ف درجة_فهرنهايت* درجات_فهرنهايت*|CF درجة درجات|% بالمئة
        بالمائة في_المئة في_المائة من_المئة|s ثانية ثوان*|min دقيقة دقائق د|h ساعة ساعات|d يوم* أيام|w أسبوع*
        أسابيع|mo شهر* أشهر شهور|y سنة سنوات عام* أعوام|x مرة مرات|tab قرص* أقراص حبة حبات حبوب|drop قطرة قطرات|
        iu وحدة_دولية وحدات_دولية""",
    "fa": """
        mg میلی_گرم* م.گ|mcg میکروگرم* میکرو_گرم*|g گرم*|kg کیلو*|ml میلی_لیتر* سی_سی|l لیتر*|mm میلی_متر*|cm
        سانتی_متر*|m متر*|C درجه_سانتی_گراد درجه_سلسیوس درجهٔ_سانتی_گراد درجهٔ_سلسیوس درجه_ی_سانتی_گراد|F
        درجه_فارنهایت درجهٔ_فارنهایت درجه_ی_فارنهایت|CF درجه|% درصد*|s ثانیه*|min دقیقه*|h ساعت*|d روز*|w هفته*|
        mo ماه*|y سال*|x بار مرتبه دفعه|tab قرص*|drop قطره*|iu واحد_بین_المللی""",
    "ur": """
        mg ملی_گرام* ملیگرام|mcg مائیکرو_گرام* مائکروگرام*|g گرام*|kg کلو*|ml ملی_لیٹر*|l لیٹر*|mm ملی_میٹر*|cm
        سینٹی_میٹر*|m میٹر*|C ڈگری_سیلسیس ڈگری_سینٹی_گریڈ|F ڈگری_فارن* °ف|CF ڈگری|% فیصد فی_صد|s سیکنڈ*|min
        منٹ*|h گھنٹ*|d دن دنوں روز*|w ہفت*|mo مہین* ماہ|y سال*|x بار مرتبہ دفعہ|tab گولی* گولیا*|drop قطر*""",
    "he": """
        mg מ"ג מיליגרם*|mcg מק"ג מקג מיקרוגרם*|g גר' גרם גרמים ג'|kg ק"ג קילו*|ml מ"ל מיליליטר* סמ"ק|l ל' ליטר*|
        mm מ"מ מילימטר*|cm ס"מ סנטימטר*|m מ' מטר*|C מעלות_צלזיוס מעלות_צלסיוס|F מעלות_פרנהייט|CF מעלות מעלה|%
        אחוז*|s שניות שנייה|min דקות דקה דק'|h שעות שעה|d ימים יום ימי|w שבועות שבוע|mo חודש*|y שנים שנה שנות|x
        פעמים פעם|tab כדור* טבלי*|drop טיפות טיפה|iu יחב"ל""",
    "hi": """
        mg मि.ग्रा. मिलीग्राम* मिग्रा मि.ली.ग्रा. एमजी|mcg माइक्रोग्राम* मा.ग्रा. एमसीजी|g ग्राम* ग्रा.|kg किलो*
        किग्रा कि.ग्रा.|ml मि.ली. मिलीलीटर* मिली* मिलिलीटर* एमएल|l लीटर* ली.|mm मिलीमीटर* मि.मी.|cm सेंटीमीटर*
        से.मी. सेमी|m मीटर*|C डिग्री_से* °से|F डिग्री_फ*|CF डिग्री|% प्रतिशत फ़ीसदी फीसदी|s सेकंड* सेकेंड*|min
        मिनट*|h घंट* घण्ट*|d दिन*|w हफ़्त* हफ्त* सप्ताह*|mo महीन* माह*|y साल* वर्ष*|x बार|tab गोली* गोलिय*
        टैबलेट*|drop बूँद* बूंद*""",
    "bn": """
        mg মি.গ্রা. মিলিগ্রাম* মিগ্রা|mcg মাইক্রোগ্রাম*|g গ্রাম*|kg কেজি কিলো*|ml মি.লি. মিলিলিটার* মিলি*|l
        লিটার*|mm মিলিমিটার*|cm সেন্টিমিটার* সেমি|m মিটার*|C ডিগ্রি_সেল* ডিগ্রী_সেল*|F ডিগ্রি_ফা* ডিগ্রী_ফা*|CF
        ডিগ্রি* ডিগ্রী*|% শতাংশ* শতকরা|s সেকেন্ড*|min মিনিট*|h ঘণ্টা* ঘন্টা*|d দিন*|w সপ্তাহ*|mo মাস*|y বছর*|x
        বার*|tab ট্যাবলেট* বড়ি* পিল*|drop ফোঁটা*""",
    "pa": """
        mg ਮਿ.ਗ੍ਰਾ. ਮਿਲੀਗ੍ਰਾਮ* ਮਿਗ੍ਰਾ|mcg ਮਾਈਕ੍ਰੋਗ੍ਰਾਮ* ਮਾਈਕਰੋਗ੍ਰਾਮ*|g ਗ੍ਰਾਮ*|kg ਕਿਲੋ*|ml ਮਿ.ਲੀ. ਮਿਲੀਲਿਟਰ*
        ਮਿਲੀਲੀਟਰ* ਮਿ.ਲਿ.|l ਲਿਟਰ* ਲੀਟਰ*|mm ਮਿਲੀਮੀਟਰ*|cm ਸੈਂਟੀਮੀਟਰ* ਸੈਮੀ|m ਮੀਟਰ*|C ਡਿਗਰੀ_ਸੈ*|F ਡਿਗਰੀ_ਫ*|CF ਡਿਗਰੀ|%
        ਪ੍ਰਤੀਸ਼ਤ ਫ਼ੀਸਦੀ ਫੀਸਦੀ|s ਸਕਿੰਟ* ਸੈਕੰਡ*|min ਮਿੰਟ*|h ਘੰਟ*|d ਦਿਨ*|w ਹਫ਼ਤ* ਹਫਤ*|mo ਮਹੀਨ*|y ਸਾਲ*|x ਵਾਰ|tab
        ਗੋਲੀ* ਗੋਲੀਆਂ|drop ਬੂੰਦ* ਤੁਪਕ*""",
    "gu": """
        mg મિ.ગ્રા. મિલિગ્રામ* મિલીગ્રામ* મિગ્રા|mcg માઇક્રોગ્રામ*|g ગ્રામ*|kg કિલો*|ml મિ.લિ. મિ.લી. મિલિલિટર*
        મિલીલીટર* મિલી*|l લિટર* લીટર*|mm મિલીમીટર* મિલિમીટર*|cm સેન્ટિમીટર* સેમી|m મીટર*|C ડિગ્રી_સે*|F
        ડિગ્રી_ફે*|CF ડિગ્રી|% ટકા* પ્રતિશત|s સેકન્ડ*|min મિનિટ*|h કલાક*|d દિવસ*|w અઠવાડિય* સપ્તાહ*|mo મહિન*|y
        વર્ષ*|x વાર વખત|tab ગોળી*|drop ટીપ*""",
    "ta": """
        mg மி.கி. மில்லி_கிராம்* மிகி|mcg மைக்ரோ_கிராம்* மை.கி.|g கிராம்* கி.|kg கிலோ* கி.கி.|ml மி.லி.
        மில்லி_லிட்டர்* மிலி|l லிட்டர்* லி.|mm மில்லி_மீட்டர்* மி.மீ.|cm சென்டி_மீட்டர்* செ.மீ.|m மீட்டர்*|C
        டிகிரி_செ* °செ|F டிகிரி_ஃபா* டிகிரி_பா*|CF டிகிரி|% சதவீத* சதவிகித* விழுக்காடு*|s விநாடி* வினாடி*|min
        நிமிட*|h மணி_நேர* மணிநேர*|d நாள்* நாட்கள்* நாட்களு* நாளு*|w வார*|mo மாத*|y ஆண்டு* வருட* வயது|x முறை*
        தடவை*|tab மாத்திரை*|drop சொட்டு*""",
    "te": """
        mg మి.గ్రా. మిల్లీ_గ్రా* మిగ్రా|mcg మైక్రో_గ్రా* మై.గ్రా.|g గ్రాము* గ్రా.|kg కిలో* కి.గ్రా.|ml మి.లీ.
        మిల్లీ_లీ* మిలీ*|l లీటర్* లీటరు*|mm మిల్లీ_మీ*|cm సెంటీ_మీ* సెం.మీ.|m మీటర్* మీటరు*|C డిగ్రీల_సె*
        డిగ్రీ_సె*|F డిగ్రీల_ఫా* డిగ్రీ_ఫా*|CF డిగ్రీ*|% శాతం*|s సెకన్*|min నిమిష*|h గంట*|d రోజు*|w వార*|mo
        నెల*|y సంవత్సర* ఏళ్ళ* ఏళ్ల* ఏళ్లు|x సార్లు సారి|tab మాత్ర* టాబ్లెట్*|drop చుక్క*""",
    "th": """
        mg มก. มิลลิกรัม|mcg มคก. ไมโครกรัม|g กรัม|kg กก. กิโลกรัม กิโล|ml มล. มิลลิลิตร ซีซี|l ลิตร|mm มม.
        มิลลิเมตร|cm ซม. เซนติเมตร|m เมตร|C องศาเซล* องศาซ*|F องศาฟา*|CF องศา|% เปอร์เซ็นต์ เปอร์เซนต์ ร้อยละ|s
        วินาที|min นาที|h ชั่วโมง ชม.|d วัน|w สัปดาห์ อาทิตย์|mo เดือน|y ปี|x ครั้ง|tab เม็ด|drop หยด""",
    "lo": """
        mg ມກ ມິລິກຣາມ ມິນລິກຣາມ ມິລີກຣາມ ມິນລີກຣາມ ມິລິກາມ|mcg ໄມໂຄຣກຣາມ ໄມໂຄກຣາມ|g ກຣາມ ກາມ|kg ກິໂລ|ml ມລ
        ມິລິລິດ ມິນລິລິດ|l ລິດ|mm ມມ ມິລິແມັດ|cm ຊັງຕີແມັດ|m ແມັດ|C ອົງສາ_ຊ* ອົງສາເຊ*|F ອົງສາ_ຟ* ອົງສາຟ*|CF
        ອົງສາ|% ເປີເຊັນ ສ່ວນຮ້ອຍ|s ວິນາທີ|min ນາທີ|h ຊົ່ວໂມງ|d ມື້ ວັນ|w ອາທິດ ສັບປະດາ|mo ເດືອນ|y ປີ|x ເທື່ອ
        ຄັ້ງ|tab ເມັດ|drop ຢົດ ຢອດ""",
    "km": """
        mg មីលីក្រាម មិល្លីក្រាម មីល្លីក្រាម ម.ក្រ.|mcg មីក្រូក្រាម|g ក្រាម|kg គីឡូ|ml មីលីលីត្រ មិល្លីលីត្រ
        មីល្លីលីត្រ|l លីត្រ|mm មីលីម៉ែត្រ|cm សង់ទីម៉ែត្រ|m ម៉ែត្រ|C អង្សាសេ|F អង្សាហ្វា* អង្សា_ហ្វា*|CF អង្សា
        ដឺក្រេ|% ភាគរយ|s វិនាទី|min នាទី|h ម៉ោង|d ថ្ងៃ|w សប្ដាហ៍ សប្តាហ៍ អាទិត្យ|mo ខែ|y ឆ្នាំ|x ដង|tab គ្រាប់|
        drop ដំណក់ តំណក់""",
    "my": """
        mg မီလီဂရမ် မီလီဂရမ်|mcg မိုက်ခရိုဂရမ်|g ဂရမ်|kg ကီလို|ml မီလီလီတာ စီစီ|l လီတာ|mm မီလီမီတာ|cm စင်တီမီတာ|
        m မီတာ|C ဒီဂရီ_စင်တီ* ဒီဂရီစင်တီ*|F ဒီဂရီ_ဖာ* ဒီဂရီဖာ*|CF ဒီဂရီ|% ရာခိုင်နှုန်း|s စက္ကန့်|min မိနစ်|h
        နာရီ|d ရက်|w ပတ် သီတင်းပတ်|mo လ|y နှစ်|x ကြိမ် ခါ|tab လုံး ပြား|drop စက်""",
    "am": """
        mg ሚ.ግ. ሚ.ግ ሚሊግራም* ሚሊ_ግራም*|mcg ማይክሮግራም* ማይክሮ_ግራም*|g ግራም*|kg ኪሎ* ኪ.ግ.|ml ሚሊሊትር* ሚሊ_ሊትር* ሚ.ሊ.|l ሊትር*|mm
        ሚሊሜትር* ሚሊ_ሜትር*|cm ሴንቲሜትር* ሳንቲሜትር* ሴ.ሜ.|m ሜትር*|C ዲግሪ_ሴ* ድግሪ_ሴ*|F ዲግሪ_ፋ* ድግሪ_ፋ*|CF ዲግሪ* ድግሪ*|% በመቶ ፐርሰንት|s
        ሰከንድ*|min ደቂቃ*|h ሰዓ* ሰአ*|d ቀን* ቀና* ቀኑ*|w ሳምን*|mo ወር* ወሩ* ወራ*|y ዓመ* አመ*|x ጊዜ*|tab ክኒ* እንክብ*|drop ጠብታ*""",
    "ko": """
        mg 밀리그램|mcg 마이크로그램|g 그램|kg 킬로|ml 밀리리터|l 리터|mm 밀리미터|cm 센티미터|m 미터|CF 도|%
        퍼센트|s 초|min 분|h 시간|d 일|w 주|mo 개월 달|y 년|x 번 회|tab 정씩 정을 알|drop 방울""",
    "ja": """
        mg ミリグラム|mcg マイクログラム|g グラム|kg キロ|ml ミリリットル|l リットル|mm ミリメートル ミリ|cm
        センチ|m メートル|CF 度|% パーセント|s 秒|min 分|h 時間|d 日|w 週|mo か月 ヶ月 カ月 ケ月 ヵ月 箇月|y 年|
        x 回|tab 錠|drop 滴""",
    "zh": """
        mg 毫克|mcg 微克|g 克 公克|kg 千克 公斤|ml 毫升 cc|l 升 公升|mm 毫米 公釐|cm 厘米 公分|m 米 公尺|C
        摄氏度 攝氏度 度摄氏|F 华氏度 華氏度|CF 度|% 百分之|s 秒|min 分钟 分鐘|h 小时 小時 个小时 個小時 个钟头
        個鐘頭|d 天 日|w 周 週 个星期 個星期 星期 个礼拜 個禮拜 礼拜|mo 个月 個月|y 年|x 次|tab 片 粒 锭 錠 颗|
        drop 滴|iu 国际单位 國際單位""",
}

# What multiplies the number before it.
SCALES = {
    "en": "100 hundred|1000 thousand|1000000 million",
    "es": "1000 mil|1000000 millón millones",
    "fr": "1000 mille|1000000 million millions",
    "pt": "1000 mil|1000000 milhão milhões",
    "de": "1000 tausend|1000000 million millionen mio",
    "it": "1000 mila mille|1000000 milione milioni",
    "pl": "1000 tysiąc* tysięcy tys|1000000 milion* mln",
    "ro": "1000 mie mii de_mii|1000000 milion milioane de_milioane",
    "ru": "1000 тысяч* тыс|1000000 миллион* млн",
    "uk": "1000 тисяч* тис|1000000 мільйон* млн",
    "tr": "1000 bin|1000000 milyon*",
    "vi": "1000 nghìn ngàn|1000000 triệu",
    "tl": "1000 libo libong|1000000 milyon milyong",
    "ht": "1000 mil|1000000 milyon",
    "so": "1000 kun|1000000 milyan* malyan* malyuun*",
    "sw": "1000 elfu|1000000 milioni",
    "ar": "1000 ألف ألفا آلاف|1000000 مليون* ملايين",
    "fa": "1000 هزار|1000000 میلیون",
    "ur": "1000 ہزار|100000 لاکھ|1000000 ملین|10000000 کروڑ",
    "he": "1000 אלף אלפים|1000000 מיליון מיליוני",
    "hi": "1000 हज़ार हजार|100000 लाख|1000000 मिलियन|10000000 करोड़",
    "bn": "1000 হাজার*|100000 লাখ* লক্ষ*|1000000 মিলিয়ন|10000000 কোটি",
    "pa": "1000 ਹਜ਼ਾਰ|100000 ਲੱਖ|1000000 ਮਿਲੀਅਨ|10000000 ਕਰੋੜ",
    "gu": "1000 હજાર|100000 લાખ|1000000 મિલિયન|10000000 કરોડ",
    "ta": "1000 ஆயிரம்|100000 லட்சம்|1000000 மில்லியன்|10000000 கோடி",
    "te": "1000 వేల* వెయ్యి|100000 లక్ష*|1000000 మిలియన్*|10000000 కోటి కోట్ల*",
    "th": "1000 พัน|10000 หมื่น|100000 แสน|1000000 ล้าน",
    "lo": "1000 ພັນ|10000 ໝື່ນ|100000 ແສນ|1000000 ລ້ານ",
    "km": "1000 ពាន់|10000 ម៉ឺន|100000 សែន|1000000 លាន",
    "my": "1000 ထောင်|10000 သောင်း|100000 သိန်း|1000000 သန်း",
    "am": "1000 ሺ ሺህ|1000000 ሚሊዮን",
    "ko": "1000 천|10000 만|100000000 억",
    "ja": "1000 千|10000 万|100000000 億",
    "zh": "10000 万 萬|100000000 亿 億",
}

_CLDR = {
    **{"mass-gram": "g", "mass-milligram": "mg", "mass-microgram": "mcg", "mass-kilogram": "kg"},
    **{"volume-liter": "l", "volume-milliliter": "ml", "length-millimeter": "mm", "length-centimeter": "cm"},
    **{"length-meter": "m", "temperature-celsius": "C", "temperature-fahrenheit": "F", "duration-second": "s"},
    **{"duration-minute": "min", "duration-hour": "h", "duration-day": "d", "duration-week": "w"},
    **{"duration-month": "mo", "duration-year": "y"},
}
# What joins two numbers that share a unit: to, or, and.
JOINING = (
    "-|to|or|and|a|o|u|y|hasta|à|ou|et|até|e|bis|oder|und|oppure|do|lub|albo|i|la|până|sau|și|или|и|до|або|чи|й|"
    "та|ila|veya|ve|đến|tới|hoặc|và|hanggang|at|rive|oswa|ak|ilaa|ama|iyo|hadi|au|na|أو|او|إلى|الی|و|تا|یا|سے|"
    "اور|או|עד|ו|से|या|और|থেকে|বা|আর|ও|ਤੋਂ|ਜਾਂ|ਤੇ|થી|કે|અને|முதல்|அல்லது|నుండి|నుంచి|లేదా|మరియు|ถึง|หรือ|และ|"
    "ຫາ|ຫຼື|ແລະ|ដល់|ឬ|និង|မှ|ကနေ|နဲ့|နှင့်|သို့မဟုတ်|ወይም|እስከ|እና|에서|내지|또는|및|から|または|至|到|或|和|、|~"
)
SPACELESS = {"th", "lo", "km", "my", "ja", "zh"}
_PREFIXES = {"ar": "[وف]?(?:ال|لل|[بلك](?:ال)?)?", "he": "ו?ש?[בלכמה]?ה?-?", "am": "[ለበከየ]?"}
_BEFORE = {"sw", "my"}  # where a unit stands before its number, in Burmese with round numbers
_JOINERS = {"tl": "(?:(?:na mga|na|ng|pang|mga) )?", "ro": "(?:de )?", "ko": "개?", "so": "(?:ka )?"}
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0900-\u0963\u0971-\u0dff\u0e31-\u0eff\u1000-\u1049\u104c-\u109f\u1780-\u17d3"
_LETTER = rf"(?:[^\W\d_]|[{_MARKS}])"
_COUNTED = re.compile(
    r"[个個種种次回片粒颗顆滴倍人位杯件段步つ階阶位名者]|类|類|대|번|가지|명|개|알|정|ครั้ง|ชนิด|ដង|ប្រភេទ|ຄັ້ງ|ຊະນິດ|မျိုး|ခု"
)
_FAHRENHEIT = (
    "fahr|faren|фаренг|فارنه|فهرنه|فارن|פרנה|फ़ार|फ़ेर|फार|फेर|ফারেন|ਫਾਰ|ਫ਼ਾਰ|ફેર|ફાર|ஃபார|பாரன்|ఫారె|ฟาเรน|ហ្វា|ဖာရင်|ຟາເຣ|"
    "ፋራን|화씨|華氏|华氏"
)
_CELSIUS = (
    "cels|selsi|sentig|santig|centig|цельс|سلس|سانت|مئوی|سیلسی|צלז|צלס|सेल्|सेंटी|সেল|ਸੈਲ|સેલ|செல்|సెల్|เซล|សេ|စင်တီ|ຊີ|ເຊ|"
    "ሴል|섭씨|摂氏|摄氏|攝氏"
)
_GONE = re.compile(  # what is not seen, marks of Hebrew and Arabic vowels, exponents
    "[\u00ad\u0307\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u0640\u064b-\u0655\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff⁰²³⁴-⁹]"
)
_ALIKE = {"ا": "أإ", "ی": "يى", "ک": "ك", "ه": "ۀ", "е": "ё", "ș": "ş", "ț": "ţ", "'": "’ʼ‘`´׳′", '"': "״″“”"}
_ALIKE |= {"-": "־‐‑−–—〜～∼", ".": "॰", "%": "٪", "/": "⁄"}
_TWICE = frozenset({"x"})
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
_SAME = {ord(sign): plain for plain, signs in _ALIKE.items() for sign in signs}


@dataclass(frozen=True)
class Count:
    """A count written in words: what it counts to, where it stands, and its units as far as they are known."""

    value: Decimal
    start: int
    end: int
    sure: bool
    once: bool = False
    units: frozenset[str] = frozenset()


def simplified(text: str) -> str:
    """Write a text with ASCII digits and plain signs, in small letters, without what is not seen or not pronounced."""
    for sign, decimals in _FRACTIONS.items():
        text = re.sub(rf"(\d) ?{sign}", rf"\g<1>{decimals}", text).replace(sign, f"0{decimals}")
    text = _GONE.sub("", text.replace("º", "°").replace("˚", "°").replace("ª", "a"))
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower())
    text = _GONE.sub("", text).translate(_SAME)
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text)


def key_of(tag: str) -> str:
    """Return the language of a tag, by which the tables are sorted."""
    own = tag.partition("-")[0]
    return {"fil": "tl"}.get(own, own)


def counts_in(text: str, tag: str) -> Iterator[Count]:
    """Find counts written in words in a simplified text, from left to right."""
    pattern, meanings = _counts_pattern(key_of(tag))
    for match in pattern.finditer(text) if pattern else ():
        value, sure, once = meanings[(match.lastindex or 1) - 1]
        if value:
            units = _TWICE if match[0] in ("twice", "thrice") else units_at(text, match.start(), match.end(), tag)
            counted = bool(units) or bool(_COUNTED.match(text[match.end() : match.end() + 8].strip()))
            yield Count(value, match.start(), match.end(), sure or counted, once, units)
    multiples, scales = _scales_pattern(key_of(tag), alone=True)
    for match in multiples.finditer(text):
        yield Count(Decimal(scales[(match.lastindex or 1) - 1]), match.start(), match.end(), sure=False)
    for unit, dual in _duals(key_of(tag)).items():
        for match in dual.finditer(text):
            yield Count(Decimal(2), match.start(), match.end(), True, units=frozenset({unit}))


def units_at(text: str, start: int, end: int, tag: str) -> frozenset[str]:
    """Return the units, of which one is meant, that stand at a number; none when no word there is known as a unit."""
    behind, before, units = _units_patterns(tag)
    first = before.search(text[max(0, start - 24) : start])
    match = behind.match(text, end)
    if key_of(tag) == "my" and not text[start:end].endswith("0"):
        first = None
    if first and (match is None or key_of(tag) == "sw"):
        match = first
    found = units[match.re][(match.lastindex or 1) - 1] if match else frozenset[str]()
    if found == {"C", "F"}:
        near = text[max(0, start - 8) : end + 34]
        named = {scale for scale, names in (("F", _FAHRENHEIT), ("C", _CELSIUS)) if _any_of(names).search(near)}
        return frozenset(named) or found
    return found


def joins(gap: str) -> bool:
    """Say whether two numbers with this between them share the unit that stands at one of them."""
    return _any_of(JOINING).fullmatch(gap.strip(" ")) is not None


def scale_at(text: str, end: int, tag: str) -> tuple[int, int]:
    """Return by what a word such as `million` multiplies the number that ends there, and where it ends; or 1."""
    pattern, scales = _scales_pattern(key_of(tag))
    match = pattern.match(text, end)
    return (scales[(match.lastindex or 1) - 1], match.end()) if match else (1, end)


@cache
def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(f"(?:{simplified(words)})")


@cache
def _duals(key: str) -> dict[str, re.Pattern[str]]:
    return {unit: _one_of(forms.split(), key) for unit, forms in DUALS.get(key, {}).items()}


@cache
def _counts_pattern(key: str) -> tuple[re.Pattern[str] | None, list[tuple[Decimal, bool, bool]]]:
    found: dict[str, tuple[Decimal, bool, bool]] = {}
    for name, forms in _entries(WORDS.get(key, "")):
        for form in forms:
            meaning = (Decimal(name.rstrip("!")), "?" not in form, "!" in name)
            known = found.setdefault(form.replace("?", ""), meaning)
            found[form.replace("?", "")] = meaning if meaning[2] else known
    forms = _longest_first(found)
    return (_one_of(forms, key) if forms else None), [found[form] for form in forms]


@cache
def _units_patterns(
    tag: str,
) -> tuple[re.Pattern[str], re.Pattern[str], dict[re.Pattern[str], list[frozenset[str]]]]:
    key = key_of(tag)
    units = _units(tag)
    behind, before = _longest_first(units), _longest_first(units)
    if key not in _BEFORE:
        before = [form for form in before if units[form] == {"%"}]
    joiner = f"[ -]?{_JOINERS.get(key, '')}"
    after = _one_of(behind, key, start=joiner, boundary=False)
    ahead = _one_of(before, key, end=r"[ -]?\Z")
    return after, ahead, {after: [units[form] for form in behind], ahead: [units[form] for form in before]}


@cache
def _units(tag: str) -> dict[str, frozenset[str]]:
    """Return the units that each way of writing may mean: CLDR's, and those of the tables."""
    found: dict[str, set[str]] = {}
    for unit, ways in unit_forms(tag).items():
        for way in ways:
            if len(way) < 2 and unit.startswith("duration"):
                continue  # a single letter such as the Spanish a (year) is a word too
            form = simplified(way).replace(" ", "_")
            short = key_of(tag) in {"th", "lo", "km", "my"} and len(form) < 3 and not form.isascii()
            ending = "." if short else "*" if len(form) > 3 and form[-1] != "." else ""
            found.setdefault(form.rstrip(".") + ending if short else form + ending, set()).add(_CLDR[unit])
    for table in (UNITS[""], UNITS.get(key_of(tag), "")):
        for name, forms in _entries(table):
            for form in forms:
                found.setdefault(form, set()).update({"C", "F"} if name == "CF" else {name})
    return {form: frozenset(units) for form, units in found.items()}


@cache
def _scales_pattern(key: str, *, alone: bool = False) -> tuple[re.Pattern[str], list[int]]:
    found = {form: int(name) for name, forms in _entries(SCALES.get(key, "")) for form in forms}
    forms = _longest_first(found)
    return _one_of(forms or ["\0"], key, start="" if alone else " ?", boundary=alone), [found[form] for form in forms]


def _entries(table: str) -> Iterator[tuple[str, list[str]]]:
    for entry in table.split("|"):
        name, *forms = entry.split() or [""]
        if forms:
            yield name, forms


def _longest_first(forms: Iterable[str]) -> list[str]:
    return sorted(forms, key=lambda form: (-len(form.rstrip("*")), form.endswith("*"), form))


def _one_of(forms: list[str], key: str, *, start: str = "", end: str = "", boundary: bool = True) -> re.Pattern[str]:
    """Make a pattern that finds one of the forms, each a group of its own."""
    spaceless = key in SPACELESS or (key == "ko" and not boundary)  # Korean joins particles to units
    prefix = "" if spaceless or not boundary else f"(?<!{_LETTER}){_PREFIXES.get(key, '')}"
    return re.compile(f"{start}{prefix}(?:{'|'.join(_form(form, spaceless) for form in forms)}){end}")


def _form(form: str, spaceless: bool) -> str:
    text = re.escape(simplified(form.rstrip("*"))).replace("_", "[ -]?")
    if form.endswith(".") and form.count(".") == 1 and not re.match("[a-zа-яіїєґ]", form):
        # an abbreviation, not a short word or the beginning of one: से. is seconds, से means to
        text = text.removesuffix(r"\.")
        return f"({text}(?:\\." + (f"|(?!{_LETTER})))" if spaceless else "))")
    text = text.replace(r"\.", r"\.? ?")
    if form.isascii() and not form.endswith("*"):
        return rf"({text})(?![a-z\u00df-\u024f\u1e00-\u1eff])"
    return f"({text})" + ("" if form.endswith("*") or spaceless else f"(?!{_LETTER})")
