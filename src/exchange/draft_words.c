/*
 * What documents say about themselves, in seven languages: small letters, е
 * for ё, '*' for any ending.
 */
#include <string.h>

#include "draft_parts.h"

static const char *const words_if_raised[] = {
	"if raised",
	"if asked",
	"if the issue is raised",
	"if the question is raised",
	"only if raised",
	"if the question of",
	"if the issue of",
	"if the question is asked",
	"if the topic",
	"if the matter",
	"should the issue",
	"should the question",
	"responsive points",
	"reactive",
	"defensive points",
	"если поднимут",
	"если вопрос будет поднят",
	"если тема будет поднята",
	"если спросят",
	"если встанет вопрос",
	"если возникнет вопрос",
	"если зададут вопрос",
	"если зайдет речь",
	"если будет поднят",
	"если будет затронут",
	"если вопрос поднимут",
	"если вопрос поднимается",
	"в случае постановки вопроса",
	"в случае вопроса",
	"в случае вопросов",
	"при постановке вопроса",
	"в порядке реагирования",
	"егер сұралса",
	"егер сұраса",
	"егер мәселе көтерілсе",
	"мәселе көтерілген жағдайда",
	"сұрақ қойылса",
	"сұрақ қойылған жағдайда",
	"si la question est soulevée",
	"si la question est posée",
	"si la question de",
	"si la question des",
	"si la question du",
	"si le sujet est abordé",
	"si le sujet est soulevé",
	"si soulevé*",
	"en cas de question*",
	"si se plantea*",
	"si se pregunta*",
	"si surge*",
	"en caso de que se plantee",
	"إذا أثير*",
	"إذا طرح*",
	"إذا سئل*",
	"في حال أثير*",
	"في حال طرح*",
	"في حال إثارة*",
	"如被问及",
	"如被问到",
	"若被问及",
	"如对方提及",
	"如对方提出",
	"如有人提及",
	"如提及",
	NULL,
};

static const char *const words_if_pressed[] = {
	"if pressed",
	"if pushed",
	"если будут настаивать",
	"если настаивают",
	"в случае настойчив*",
	"при настойчивых",
	"егер талап етсе",
	"егер қысым көрсетсе",
	"қайта сұраса",
	"si on insiste",
	"si l'on insiste",
	"en cas d'insistance",
	"si se insiste",
	"si insisten",
	"en caso de insistencia",
	"إذا أصر*",
	"في حال الإصرار",
	"عند الإصرار",
	"如被追问",
	"若被追问",
	"如继续追问",
	"如对方坚持",
	NULL,
};

static const char *const words_background[] = {
	"for background",
	"background information",
	"background note",
	"background",
	"for reference",
	"for information only",
	"not to be spoken",
	"справочная информация",
	"справочные материалы",
	"справочно",
	"справка",
	"для справки",
	"для информации",
	"история вопроса",
	"предыстория",
	"анықтама",
	"анықтамалық",
	"анықтама үшін",
	"ақпарат үшін",
	"contexte",
	"pour mémoire",
	"pour information",
	"informations générales",
	"éléments de contexte",
	"rappel",
	"antecedentes",
	"contexto",
	"información de referencia",
	"para referencia",
	"معلومات أساسية",
	"معلومات عامة",
	"خلفية",
	"للعلم",
	"للاطلاع",
	"背景情况",
	"背景资料",
	"背景材料",
	"背景",
	"供参考",
	"仅供参考",
	NULL,
};

static const char *const words_avoid[] = {
	"do not mention",
	"do not raise",
	"do not volunteer",
	"not to be mentioned",
	"not to be raised",
	"не упоминать",
	"не поднимать",
	"не затрагивать",
	"ne pas mentionner",
	"ne pas évoquer",
	"no mencionar",
	"لا تذكر*",
	"عدم ذكر*",
	"不提及",
	"不要提",
	"avoid",
	"do not say",
	"do not use",
	"not to say",
	"не говорить",
	"избегать",
	"не использовать",
	"айтпау керек",
	"айтылмасын",
	"à éviter",
	"ne pas dire",
	"evitar",
	"no decir",
	"يجب تجنب*",
	"تجنب*",
	"避免",
	"不宜提及",
	NULL,
};

static const char *const words_say[] = {
	"key messages",
	"key points",
	"main messages",
	"talking points",
	"points to make",
	"lines to take",
	"line to take",
	"objectives",
	"основные тезисы",
	"ключевые тезисы",
	"тезисы",
	"негізгі тезистер",
	"тезистер",
	"messages clés",
	"éléments de langage",
	"mensajes clave",
	"puntos principales",
	"puntos de conversación",
	"الرسائل الرئيسية",
	"النقاط الرئيسية",
	"谈话要点",
	"发言要点",
	NULL,
};

static const char *const words_question[] = {
	"regarding the question*",
	"regarding the issue*",
	"with regard to the question*",
	"on the question*",
	"on the issue of",
	"in response to the question*",
	"in reply to the question*",
	"question of",
	"question from",
	"question by",
	"к вопросу",
	"к вопросам",
	"по вопросу",
	"на вопрос*",
	"вопрос о",
	"вопрос об",
	"вопрос от",
	"сұрақ*",
	"concernant la question*",
	"sur la question*",
	"s'agissant de la question*",
	"sobre la cuestión*",
	"sobre la pregunta*",
	"respecto a la cuestión*",
	"respecto de la cuestión*",
	"en relación con la pregunta*",
	"en cuanto a la cuestión*",
	"pregunta de",
	"pregunta del",
	"فيما يتعلق بسؤال",
	"فيما يتعلق بمسألة",
	"بشأن سؤال",
	"بشأن مسألة",
	"بخصوص سؤال",
	"ردا على سؤال",
	"سؤال",
	"السؤال",
	NULL,
};

static const char *const words_q[] = {
	"q:",  "q.",	    "question:", "question :", "в:",
	"в.",  "вопрос:",   "сұрақ:",	 "с:",	       "q :",
	"p:",  "pregunta:", "س:",	 "سؤال:",      "السؤال:",
	"问:", "问：",	    "问题：",	 NULL,
};

static const char *const words_a[] = {
	"a:", "a.",    "answer:", "о:",	      "ответ:",	   "жауап:",
	"ж:", "r:",    "r :",	  "réponse:", "réponse :", "respuesta:",
	"ج:", "جواب:", "الجواب:", "答:",      "答：",	   NULL,
};

static const char *const words_classified[] = {
	"confidential",
	"restricted",
	"unclassified",
	"secret",
	"for official use only",
	"official use only",
	"official - sensitive",
	"limited distribution",
	"для служебного пользования",
	"конфиденциально",
	"секретно",
	"дсп",
	"қызмет бабында пайдалану үшін",
	"құпия",
	"confidentiel*",
	"diffusion restreinte",
	"confidencial",
	"reservado",
	"difusión limitada",
	"سري*",
	"للاستعمال الرسمي",
	"机密",
	"秘密",
	"内部文件",
	NULL,
};

static const char *const words_office[] = {
	"ministry",
	"secretariat",
	"embassy",
	"permanent mission",
	"permanent representation",
	"department",
	"directorate",
	"delegation of",
	"government of",
	"министерств*",
	"секретариат*",
	"посольств*",
	"постоянное представительство",
	"департамент*",
	"министрлі*",
	"хатшылы*",
	"елшілі*",
	"тұрақты өкілді*",
	"ministère",
	"ambassade",
	"mission permanente",
	"secrétariat",
	"direction",
	"ministerio",
	"embajada",
	"misión permanente",
	"secretaría",
	"وزارة",
	"إدارة",
	"سفارة",
	"البعثة الدائمة",
	"الأمانة",
	"外交部",
	"大使馆",
	"代表团",
	NULL,
};

static const char *const words_enclosure[] = {
	"enclosure*", "encl.",	 "приложени*", "қосымша*", "pièce* jointe*",
	"anexo*",     "المرفق*", "附件",       NULL,
};

static const char *const words_compliments[] = {
	"presents its compliments",
	"present their compliments",
	"avails itself of this opportunity",
	"свидетельствует свое уважение",
	"свидетельствует уважение",
	"пользуется случаем",
	"ілтипатын",
	"présente ses compliments",
	"saisit cette occasion",
	"saluda atentamente",
	"aprovecha la oportunidad",
	"aprovecha esta oportunidad",
	"تهدي أطيب تحياتها",
	"تغتنم هذه الفرصة",
	"致意",
	"顺致最崇高的敬意",
	NULL,
};

static const char *const words_subject[] = {
	"subject:",  "re:",    "тема:",	  "предмет:", "тақырып:",
	"тақырыбы:", "objet:", "objet :", "asunto:",  "الموضوع:",
	"主题：",    "事由：", NULL,
};

static const char *const words_reference[] = {
	"№",	   "no.",    "ref.:", "ref.", "ref:", "reference:",
	"réf.:",   "réf. :", "исх.",  "n°",   "nº",   "رقم",
	"المرجع:", "文号",   "编号",  NULL,
};

static const char *const words_field[] = {
	"to:",	    "from:",	"date:",    "place:",	   "cc:",      "copy:",
	"through:", "meeting:", "venue:",   "drafted by:", "drafter:", "кому:",
	"от кого:", "от:",	"дата:",    "место:",	   "копия:",   "кімге:",
	"кімнен:",  "күні:",	"à:",	    "à :",	   "de:",      "de :",
	"date :",   "lieu:",	"lieu :",   "para:",	   "fecha:",   "lugar:",
	"إلى:",	    "من:",	"التاريخ:", "日期：",	   "地点：",   "时间：",
	NULL,
};

static const char *const words_language[] = {
	"english", "русский",  "русский язык", "қазақша",    "қазақ тілі",
	"орысша",  "français", "español",      "العربية",    "中文",
	"英文",	   "俄文",     "russian",      "kazakh",     "french",
	"spanish", "arabic",   "chinese",      "английский", "казахский",
	"anglais", "inglés",   "original",     "оригинал",   "translation",
	"перевод", "аударма",  NULL,
};

static const char *const words_draft[] = {
	"draft",	   "version", "printed", "проект*",
	"по состоянию на", "жоба*",   "projet",	 "borrador",
	"مشروع",	   "草案",    "草稿",	 NULL,
};

static const char *const words_page[] = {
	"page", "p.",	  "pg.",  "стр.", "страница", "с.", "л.",
	"бет",	"página", "pág.", "صفحة", "الصفحة",   "第", NULL,
};

static const char *const words_chapter[] = {
	"section a",   "section b",    "section c",    "section d",
	"section e",   "section i*",   "section v*",   "chapter",
	"раздел",      "глава",	       "бөлім",	       "тарау",
	"chapitre",    "partie",       "sección",      "capítulo",
	"parte",       "القسم",	       "الجزء",	       "الفصل",
	"annex",       "introduction", "conclusion*",  "part",
	"agenda item", "введение",     "заключение",   "часть",
	"кіріспе",     "қорытынды",    "introducción", "conclusión*",
	"مقدمة",       "خاتمة",	       NULL,
};

static const char *const words_if[] = {
	"if",	  "should", "если",   "в случае", "при",
	"егер",	  "si",	    "en cas", "en caso",  "إذا",
	"في حال", "如",	    "若",     "如果",	  NULL,
};

/* Within a heading that begins with "if". */
static const char *const words_raised[] = {
	"raise*",  "ask*",    "mention*", "question*", "подн*",	  "спро*",
	"затрон*", "вопрос*", "көтер*",	  "сұра*",     "soulev*", "abord*",
	"pos*",	   "plante*", "pregunt*", "surg*",     "أثير*",	  "سئل*",
	"طرح*",	   "提及",    "问及",	  "问到",      "提出",	  NULL,
};

static const char *const words_pressed[] = {
	"press*", "push*",  "insist*", "persist*", "наста*", "настой*",
	"талап*", "қайта*", "أصر*",    "追问",	   "坚持",   NULL,
};

static const char *const *const draft_phrases[] = {
	[WORDS_IF] = words_if,
	[WORDS_RAISED] = words_raised,
	[WORDS_PRESSED] = words_pressed,
	[WORDS_IF_RAISED] = words_if_raised,
	[WORDS_IF_PRESSED] = words_if_pressed,
	[WORDS_BACKGROUND] = words_background,
	[WORDS_AVOID] = words_avoid,
	[WORDS_SAY] = words_say,
	[WORDS_QUESTION] = words_question,
	[WORDS_Q] = words_q,
	[WORDS_A] = words_a,
	[WORDS_CLASSIFIED] = words_classified,
	[WORDS_OFFICE] = words_office,
	[WORDS_ENCLOSURE] = words_enclosure,
	[WORDS_COMPLIMENTS] = words_compliments,
	[WORDS_SUBJECT] = words_subject,
	[WORDS_REFERENCE] = words_reference,
	[WORDS_FIELD] = words_field,
	[WORDS_LANGUAGE] = words_language,
	[WORDS_DRAFT] = words_draft,
	[WORDS_PAGE] = words_page,
	[WORDS_CHAPTER] = words_chapter,
};

/* Words searched for are those of a heading or of a first sentence. */
#define DRAFT_WITHIN_MAX 600

size_t
draft_words_begin(const char *text, size_t len, enum draft_words kind)
{
	const char *const *phrase;
	char first[8];
	uint32_t cp;
	size_t at, size;

	if (!len)
		return 0;
	draft_char(text, len, 0, &cp);
	size = draft_put_char(first, cp);
	for (phrase = draft_phrases[kind]; *phrase; phrase++) {
		if ((*phrase)[0] != first[0] || memcmp(*phrase, first, size))
			continue;
		at = draft_match(text, len, *phrase);
		if (at)
			return at;
	}
	return 0;
}

bool
draft_words_within(const char *text, size_t len, enum draft_words kind)
{
	bool is_start = true;
	size_t at = 0, size;
	uint32_t cp;

	if (len > DRAFT_WITHIN_MAX)
		len = DRAFT_WITHIN_MAX;
	for (; at < len; at += size) {
		size = draft_char(text, len, at, &cp);
		if (is_start && draft_words_begin(text + at, len - at, kind))
			return true;
		is_start = !is_draft_letter(cp) || is_draft_han(cp);
	}
	return false;
}
