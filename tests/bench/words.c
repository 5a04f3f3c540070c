#include "words.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* clang-format off */
static const char *const english_list[] = {
	"the", "of", "and", "to", "in", "that", "a", "for", "on", "is", "with",
	"by", "as", "it", "be", "this", "from", "are", "not", "at", "which",
	"or", "we", "our", "has", "have", "all", "their", "should", "will",
	"states", "international", "security", "information", "use", "group",
	"between", "measures", "report", "its", "within", "more", "under",
	"must", "where", "field", "rules", "norms", "cooperation", "working",
	"text", "position", "delegation", "account", "technologies",
	"principles", "development", "practical", "proposals", "would", "can",
	"no", "these", "there", "participants", "dialogue", "trust",
	"confidence", "building", "exchange", "points", "contact", "national",
	"already", "adopted", "regional", "existing", "new", "proposed",
	"paragraph", "draft", "language", "consensus", "agreed", "mandate",
	"general", "assembly", "resolution", "charter", "law", "sovereignty",
	"interference", "critical", "infrastructure", "incidents", "response",
	"capacity", "assistance", "training", "experts", "experience", "legal",
	"binding", "criminal", "purposes", "threats", "peaceful", "means",
	"settlement", "disputes", "attribution", "evidence", "substantiated",
	"accusations", "transparency", "voluntary", "obligations", "universal",
	"inclusive", "open", "ended", "democratic", "continuity",
	"negotiation", "process", "outcome", "recommendations",
	"implementation", "periodic", "review", "wording", "replaced",
	"deleted", "supported", "reservations", "concerns", "compatibility",
	"convention", "bodies", "mechanism", "registry", "directory",
	"secretariat", "council", "committee", "ministers", "heads", "summit",
	"declaration", "roadmap", "programme", "action", "timetable", "annex",
	"footnote", "translation", "circulated",
};

static const char *const english_starts[] = {
	"We",
	"The delegation",
	"Our position",
	"This paragraph",
	"It",
	"States",
	"The draft",
	"The text",
	"The report",
	"Participants",
	"The mandate",
	"No proposal",
};

static const char *const russian_list[] = {
	"и", "в", "на", "с", "о", "по", "что", "не", "для", "к", "от", "из",
	"как", "это", "при", "а", "так", "же", "мы", "их", "все", "быть",
	"может", "должны", "государств", "международной", "безопасности",
	"информационной", "использования", "группы", "между", "меры", "доклад",
	"рамках", "более", "области", "правила", "нормы", "сотрудничество",
	"рабочей", "текст", "позиция", "делегации", "учётом", "технологий",
	"принципы", "развитие", "практические", "предложения", "участники",
	"диалог", "доверия", "укрепление", "обмен", "пункты", "связи",
	"национальные", "уже", "принятые", "региональные", "существующие",
	"новые", "пункт", "проект", "формулировка", "консенсус",
	"согласованный", "мандат", "генеральной", "ассамблеи", "резолюция",
	"устав", "право", "суверенитет", "вмешательство", "критической",
	"инфраструктуры", "инциденты", "реагирование", "потенциал",
	"содействие", "подготовка", "эксперты", "опыт", "юридически",
	"обязывающий", "преступных", "целях", "угрозы", "мирными",
	"средствами", "урегулирование", "споров", "атрибуция",
	"доказательства", "обоснованные", "обвинения", "прозрачность",
	"добровольные", "обязательства", "универсальный", "инклюзивный",
	"открытого", "состава", "демократический", "преемственность",
	"переговорный", "процесс", "итоги", "рекомендации", "осуществление",
	"периодический", "обзор", "заменить", "исключить", "поддержали",
	"оговорки", "озабоченность", "совместимость", "конвенция", "органы",
	"механизм", "реестр", "справочник", "секретариат", "совет", "комитет",
	"министры", "главы", "саммит", "декларация", "дорожная", "карта",
	"программа", "действий", "график", "приложение", "сноска", "перевод",
	"распространённый",
};

static const char *const russian_starts[] = {
	"Мы",
	"Делегация",
	"Наша позиция",
	"Данный пункт",
	"Это",
	"Государства",
	"Проект",
	"Текст",
	"Доклад",
	"Участники",
	"Мандат",
	"Ни одно предложение",
};
/* clang-format on */

const struct words words_english = {
	"en",		"Talking points",      "Paragraph",
	"see",		english_list,	       COUNT(english_list),
	english_starts, COUNT(english_starts),
};

const struct words words_russian = {
	"ru",		"Тезисы",
	"Пункт",	"см.",
	russian_list,	COUNT(russian_list),
	russian_starts, COUNT(russian_starts),
};
