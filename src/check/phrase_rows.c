/* The phrases that rules look for, language by language. */
#include "internal.h"

const struct phrase_row phrase_rows[] = {
	/* --- marks of a draft --- */
	{NULL, PHRASE_DRAFT, 0,
	 "fixme/tbd/tbc/tba/t.b.d./t.b.c./?\?\?/?\?/lorem ipsum/____/"
	 "[…]/[...]/[?]/<…>"},
	/* in Spanish it is a word */
	{NULL, PHRASE_CAPITALS, 0, "todo/xx/xxx/xxxx/хх/ххх/хххх/nn/nnn/yy/zz"},
	{"en", PHRASE_DRAFT, 0,
	 "todo/[to be c*/[to be added*/[to be "
	 "inserted*/[insert*/[check*/[verify*/"
	 "[confirm*/[add*/[date]/[name]/[number]/[title]/[missing*/"
	 "[translat*/[source]/[pending*/[placeholder*/[draft*/to be confirmed/"
	 "to be completed/to be inserted/insert here/insert text"},
	{"ru", PHRASE_DRAFT, 0,
	 "todo/[уточн*/[провер*/[дополн*/[свер*/[вставить*/[согласов*/[добав*/"
	 "[перев*/[дата]/[число]/[имя]/[фио]/[номер]/[название]/[источник]/"
	 "[пропуск*/[черновик*/[заполнить*/[подтверд*/уточняется]/доработать]/"
	 "туду"},
	{"kk", PHRASE_DRAFT, 0,
	 "todo/[нақтыла*/[тексер*/[толықтыр*/[қос*/[аудар*/[күні]/[аты]/"
	 "[келіс*"},
	{"fr", PHRASE_DRAFT, 0,
	 "todo/[à c*/[à v*/[à p*/[à a*/[à i*/[insérer*/[vérifier*/[compléter*/"
	 "[date]/[nom]/[numéro]/[traduire*/à compléter/à confirmer"},
	{"es", PHRASE_DRAFT, 0,
	 "[por c*/[por v*/[a c*/[insertar*/[verificar*/[completar*/[fecha]/"
	 "[nombre]/[número]/[confirmar*/[pendiente*/[traduc*/por confirmar"},
	{"zh", PHRASE_DRAFT, 0, "todo/待定/待补充/待确认/待核实/【待"},
	{"ar", PHRASE_DRAFT, 0, "todo/[يستكمل*/[يحدد*/[للتحقق*/[قيد*/[تاريخ]"},
	{NULL, PHRASE_DOUBLE, 0, "bla/so/pago/walla/wagga"},
	{"en", PHRASE_DOUBLE, 0, "that/had/very/is/more"},
	{"fr", PHRASE_DOUBLE, 0, "nous/vous/très"},
	{"ru", PHRASE_DOUBLE, 0, "очень/едва/чуть/вот"},
	{"kk", PHRASE_DOUBLE, 0,
	 "сан/әр/бір/түрлі/жеке/қайта/бөлек/көп/үлкен/кең"},
	/* --- dates that will not keep --- */
	{"en", PHRASE_YEAR, 0,
	 "this year/this years/this year’s/the current year/the present year"},
	{"en", PHRASE_YEAR, -1,
	 "last year/last years/the previous year/the past year/"
	 "the preceding year"},
	{"en", PHRASE_YEAR, 1, "next year/the coming year/the following year"},
	{"en", PHRASE_RELATIVE, 0,
	 "recently/lately/last session/previous session/next session/"
	 "last month/this month/next month/last week/this week/next week/"
	 "yesterday/tomorrow/the other day/not long ago/last spring/"
	 "last summer/last autumn/last winter/last meeting/a year ago/"
	 "a month ago/a week ago/last january/last february/last march/"
	 "last april/last may/last june/last july/last august/"
	 "last september/last october/last november/last december"},
	{"ru", PHRASE_YEAR, 0,
	 "с.г/т.г/с. г/т. г/этого года/этом году/текущего года/текущем году/"
	 "нынешнего года/нынешнем году/сего года/текущий год/этот год"},
	{"ru", PHRASE_YEAR, -1,
	 "прошлого года/прошлом году/прошлый год/прошлогодн*/минувшего года/"
	 "минувшем году/предыдущем году/предыдущего года/истекшем году"},
	{"ru", PHRASE_YEAR, 1,
	 "будущего года/будущем году/следующего года/следующем году/"
	 "грядущем году/наступающем году"},
	{"ru", PHRASE_RELATIVE, 0,
	 "недавно/недавн*/на днях/вчера/завтра/прошлой сессии/"
	 "прошлую сессию/предыдущей сессии/предыдущую сессию/"
	 "следующей сессии/минувшей сессии/"
	 "прошлом месяце/прошлого месяца/этом месяце/этого месяца/"
	 "текущем месяце/текущего месяца/следующем месяце/с.м/"
	 "прошлой неделе/прошлой недели/этой неделе/этой недели/"
	 "следующей неделе/не так давно/год назад/месяц назад/неделю назад/"
	 "прошлой весной/прошлым летом/прошлой осенью/прошлой зимой"},
	{"kk", PHRASE_YEAR, 0,
	 "ү.ж/биыл/биылғы/осы жылы/осы жылғы/ағымдағы жыл*"},
	{"kk", PHRASE_YEAR, -1, "былтыр/былтырғы/өткен жылы/өткен жылғы"},
	{"kk", PHRASE_YEAR, 1, "келесі жылы/келер жылы/келесі жылғы"},
	{"kk", PHRASE_RELATIVE, 0,
	 "жақында/таяуда/жуырда/кеше/ертең/өткен сессия*/алдыңғы сессия*/"
	 "келесі сессия*/өткен айда/осы айда/келесі айда/өткен аптада/"
	 "осы аптада/келесі аптада"},
	{"fr", PHRASE_YEAR, 0,
	 "cette année/l’année en cours/année en cours/cours de l’année/"
	 "présente année"},
	{"fr", PHRASE_YEAR, -1,
	 "l’année dernière/année dernière/l’an dernier/an dernier/"
	 "année passée/l’an passé/an passé/année précédente"},
	{"fr", PHRASE_YEAR, 1,
	 "l’année prochaine/année prochaine/l’an prochain/an prochain"},
	{"fr", PHRASE_RELATIVE, 0,
	 "récemment/dernièrement/naguère/hier/demain/dernière session/"
	 "session précédente/prochaine session/mois dernier/ce mois-ci/"
	 "mois prochain/semaine dernière/cette semaine/semaine prochaine/"
	 "il y a peu/tout récemment"},
	{"es", PHRASE_YEAR, 0,
	 "este año/este mismo año/año en curso/presente año/año corriente"},
	{"es", PHRASE_YEAR, -1,
	 "año pasado/pasado año/año anterior/último año"},
	{"es", PHRASE_YEAR, 1, "próximo año/año próximo/año que viene"},
	{"es", PHRASE_RELATIVE, 0,
	 "recientemente/últimamente/ayer/último período de sesiones/"
	 "último periodo de sesiones/período de sesiones anterior/"
	 "pasada sesión/última sesión/sesión anterior/próxima sesión/"
	 "mes pasado/este mes/próximo mes/semana pasada/esta semana/"
	 "próxima semana/hace poco/no hace mucho"},
	{"zh", PHRASE_YEAR, 0, "今年/本年"},
	{"zh", PHRASE_YEAR, -1, "去年"},
	{"zh", PHRASE_YEAR, 1, "明年"},
	{"zh", PHRASE_RELATIVE, 0,
	 "最近/近来/近日/日前/不久前/昨天/明天/上届会议/上个月/上月/本月/下月/"
	 "上周/本周/下周"},
	{"ar", PHRASE_YEAR, 0,
	 "هذا العام/هذه السنة/العام الجاري/السنة الجارية/العام الحالي"},
	{"ar", PHRASE_YEAR, -1, "العام الماضي/السنة الماضية/العام المنصرم"},
	{"ar", PHRASE_YEAR, 1, "العام المقبل/العام القادم/السنة المقبلة"},
	{"ar", PHRASE_RELATIVE, 0,
	 "مؤخرا/مؤخراً/أمس/غدا/غداً/الدورة الماضية/الدورة السابقة/"
	 "الدورة المقبلة/الشهر الماضي/هذا الشهر/الشهر المقبل/"
	 "الأسبوع الماضي/هذا الأسبوع/في الآونة الأخيرة"},
	/* --- adoption --- */
	{"en", PHRASE_ADOPT, 0, "adopt*/passed"},
	{"ru", PHRASE_ADOPT, 0, "принят*/принял*/одобр*"},
	{"kk", PHRASE_ADOPT, 0, "қабылда*/мақұлда*"},
	{"fr", PHRASE_ADOPT, 0, "adopt*"},
	{"es", PHRASE_ADOPT, 0, "aprob*/adopt*"},
	{"zh", PHRASE_ADOPT, 0, "通过"},
	{"ar", PHRASE_ADOPT, 0, "اعتمد*/المعتمد*/اتخذ*"},
	/* --- votes --- */
	{"en", PHRASE_VOTE, 0,
	 "vote/votes/voted/in favour/in favor/against/abstention*/abstain*"},
	{"ru", PHRASE_VOTE, 0, "голос*/против/воздерж*"},
	{"kk", PHRASE_VOTE, 0, "дауыс*/қарсы/қалыс*"},
	{"fr", PHRASE_VOTE, 0, "voix/contre/abstention*"},
	{"es", PHRASE_VOTE, 0, "voto/votos/en contra/abstenci*"},
	{"zh", PHRASE_VOTE, 0, "票/赞成/反对/弃权"},
	{"ar", PHRASE_VOTE, 0, "صوت/صوتا/أصوات/ضد/امتناع"},
	{"en", PHRASE_NO_VOTE, 0, "without a vote/by consensus"},
	{"ru", PHRASE_NO_VOTE, 0,
	 "без голосования/консенсусом/на основе консенсуса/путем консенсуса"},
	{"kk", PHRASE_NO_VOTE, 0, "дауысқа салмай/дауыс бермей/консенсус*"},
	{"fr", PHRASE_NO_VOTE, 0,
	 "sans vote/sans le mettre aux voix/sans la mettre aux voix/"
	 "sans être mise aux voix/par consensus"},
	{"es", PHRASE_NO_VOTE, 0,
	 "sin votación/sin someterla a votación/"
	 "por consenso"},
	{"zh", PHRASE_NO_VOTE, 0, "未经表决/协商一致"},
	{"ar", PHRASE_NO_VOTE, 0, "بدون تصويت/دون تصويت/بتوافق الآراء"},
	{"en", PHRASE_CITE, 0, "resolution*"},
	{"ru", PHRASE_CITE, 0, "резолюц*"},
	{"kk", PHRASE_CITE, 0, "қарар*"},
	{"fr", PHRASE_CITE, 0, "résolution*"},
	{"es", PHRASE_CITE, 0, "resoluci*"},
	/* --- what Roman XX may be --- */
	{"en", PHRASE_SESSION, 0,
	 "session*/congress*/conference*/olymp*/games/annex*/chapter*/part/"
	 "article*/title/summit"},
	{"ru", PHRASE_SESSION, 0,
	 "сесси*/съезд*/конференц*/олимп*/приложени*/глав*/част*/стать*/"
	 "раздел*/саммит*"},
	{"kk", PHRASE_SESSION, 0, "сессия*/съез*/конференц*/қосымша*/бөлім*"},
	{"fr", PHRASE_SESSION, 0,
	 "session*/congrès/conférence*/annexe*/chapitre*/partie/titre"},
	{"es", PHRASE_SESSION, 0,
	 "sesión/sesiones/congreso*/conferencia*/anexo*/capítulo*/parte/"
	 "título"},
	/* --- foreign words in italics --- */
	{NULL, PHRASE_FOREIGN, 0,
	 "inter alia/mutatis mutandis/de facto/de jure/ad hoc/prima facie/"
	 "ipso facto/vis-à-vis/vis à vis/per se/a priori/bona fide/"
	 "status quo/sine qua non/raison d’être/note verbale/notes verbales/"
	 "aide-mémoire/en bloc/ex officio/sui generis/pro forma/lex lata/"
	 "modus operandi/modus vivendi/ultra vires/par excellence/in extenso/"
	 "in situ/a contrario/erga omnes/jus cogens/jus ad bellum/"
	 "jus in bello/pacta sunt servanda/ibid/op. cit/et al/sic"},
	{NULL, PHRASE_NONE, 0, NULL},
};
