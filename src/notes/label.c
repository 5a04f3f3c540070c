/* What the program itself says on a page, in the languages of the UN and in
 * Kazakh. Not of the catalogues in po/: those follow whoever runs it. */
#include <string.h>
#include <strings.h>

#include "notes_local.h"

enum {
	LABEL_EN,
	LABEL_RU,
	LABEL_KK,
	LABEL_FR,
	LABEL_ES,
	LABEL_AR,
	LABEL_ZH,
	LABEL_LANGUAGES
};

static const char label_tags[LABEL_LANGUAGES][3] = {"en", "ru", "kk", "fr",
						    "es", "ar", "zh"};

static const char *const label_texts[LABEL_COUNT][LABEL_LANGUAGES] = {
	[LABEL_PAGE_OF] = {"{x} of {y}", "{x} из {y}", "{y} беттің {x}-беті",
			   "{x} sur {y}", "{x} de {y}", "{x} من {y}",
			   "第{x}页，共{y}页"},
	[LABEL_IF_RAISED] = {"If raised", "Если поднимут вопрос",
			     "Егер мәселе көтерілсе",
			     "Si la question est soulevée",
			     "Si se plantea la cuestión", "إذا أثيرت المسألة",
			     "如被问及"},
	[LABEL_IF_PRESSED] = {"If pressed", "Если будут настаивать",
			      "Егер талап етсе", "Si l’on insiste",
			      "Si se insiste", "في حال الإصرار", "如被追问"},
	[LABEL_BACKGROUND] = {"Background", "Справочно", "Анықтама үшін",
			      "Pour information", "Antecedentes",
			      "معلومات أساسية", "背景"},
	[LABEL_AVOID] = {"Avoid", "Не упоминать", "Айтпау керек", "À éviter",
			 "Evítese", "يُتجنب", "避免提及"},
	[LABEL_TO] = {"To: {x}", "Кому: {x}", "Кімге: {x}", "À : {x}", "A: {x}",
		      "إلى: {x}", "致：{x}"},
	[LABEL_MINUTES] = {"{x} min", "{x} мин", "{x} мин", "{x} min",
			   "{x} min", "{x} د", "{x} 分钟"},
	[LABEL_MISSING] = {"[not in this language]", "[нет на этом языке]",
			   "[бұл тілде жоқ]", "[pas dans cette langue]",
			   "[no existe en este idioma]",
			   "[غير متاح بهذه اللغة]", "[无此语文本]"},
	[LABEL_ORIGINAL] = {"Original: {x}", "Оригинал: {x}", "Түпнұсқа: {x}",
			    "Original : {x}", "Original: {x}", "الأصل: {x}",
			    "原文：{x}"},
	[LABEL_TRANSLATION] = {"{x} (original: {y})", "{x} (оригинал: {y})",
			       "{x} (түпнұсқа: {y})", "{x} (original : {y})",
			       "{x} (original: {y})", "{x} (الأصل: {y})",
			       "{x}（原文：{y}）"},
	[LABEL_ERRORS] = {"Errors open in the text: {x}",
			  "Неисправленных ошибок в тексте: {x}",
			  "Мәтіндегі түзетілмеген қателер: {x}",
			  "Erreurs non corrigées dans le texte : {x}",
			  "Errores sin corregir en el texto: {x}",
			  "أخطاء غير مصححة في النص: {x}",
			  "文本中未更正的错误：{x}"},
	[LABEL_CHECK] = {"Check against delivery",
			 "Сверять с устным выступлением",
			 "Айтылған сөзбен салыстырылсын",
			 "Seul le prononcé fait foi",
			 "Cotéjese con el texto pronunciado",
			 "يراجع عند الإلقاء", "以实际发言为准"},
	[LABEL_VERBATIM] = {"Read out verbatim", "Зачитывается дословно",
			    "Сөзбе-сөз оқылады", "À lire mot pour mot",
			    "Léase literalmente", "يُقرأ حرفياً", "逐字宣读"},
};

/* Row: the language named; column: the language it is named in. */
static const char *const label_languages[LABEL_LANGUAGES][LABEL_LANGUAGES] = {
	{"English", "английский", "ағылшын", "anglais", "inglés", "الإنكليزية",
	 "英文"},
	{"Russian", "русский", "орыс", "russe", "ruso", "الروسية", "俄文"},
	{"Kazakh", "казахский", "қазақ", "kazakh", "kazajo", "الكازاخية",
	 "哈萨克文"},
	{"French", "французский", "француз", "français", "francés", "الفرنسية",
	 "法文"},
	{"Spanish", "испанский", "испан", "espagnol", "español", "الإسبانية",
	 "西班牙文"},
	{"Arabic", "арабский", "араб", "arabe", "árabe", "العربية", "阿拉伯文"},
	{"Chinese", "китайский", "қытай", "chinois", "chino", "الصينية",
	 "中文"},
};

/* -1 where it is none of ours. */
static int
label_find(const char *tag)
{
	int i;

	for (i = 0; i < LABEL_LANGUAGES; i++)
		if (!strncasecmp(tag, label_tags[i], 2) &&
		    (!tag[2] || tag[2] == '-'))
			return i;
	return -1;
}

const char *
label_text(enum label label, const char *language)
{
	int index = label_find(language);

	return label_texts[label][index < 0 ? LABEL_EN : index];
}

const char *
label_language(const char *tag, const char *language)
{
	int row = label_find(tag), column = label_find(language);

	if (row < 0)
		return language_name(tag);
	return label_languages[row][column < 0 ? LABEL_EN : column];
}

void
label_fill(enum label label, const char *language, const char *x, const char *y,
	   struct buffer *out)
{
	const char *at = label_text(label, language), *brace;

	for (; (brace = strchr(at, '{')); at = brace + 3) {
		buffer_append(out, at, (size_t)(brace - at));
		buffer_append_string(out, brace[1] == 'x' ? x : y);
	}
	buffer_append_string(out, at);
}

const char *
label_delivery(const char *mark, const char *language)
{
	if (!strcasecmp(mark, label_texts[LABEL_CHECK][LABEL_EN]))
		return label_text(LABEL_CHECK, language);
	if (!strcasecmp(mark, label_texts[LABEL_VERBATIM][LABEL_EN]))
		return label_text(LABEL_VERBATIM, language);
	return mark;
}
