/*
 * States as delegations are addressed, and how words about them begin, in
 * small letters: "к вопросу израильской стороны" is Israel's.
 */
#include <string.h>

#include "draft_parts.h"

/* en, ru, kk, fr, es, ar, zh */
static const struct draft_country draft_countries[] = {
	{{"Israel", "Израиль", "Израиль", "Israël", "Israel", "إسرائيل",
	  "以色列"},
	 {"israel", "израил", "израил", "isra", "israel", "إسرائيل", "以色列"}},
	{{"Russia", "Россия", "Ресей", "Russie", "Rusia", "روسيا", "俄罗斯"},
	 {"russia", "росси", "ресей", "russ", "rus", "روسي", "俄"}},
	{{"Kazakhstan", "Казахстан", "Қазақстан", "Kazakhstan", "Kazajstán",
	  "كازاخستان", "哈萨克斯坦"},
	 {"kazakh", "казах", "қазақ", "kazakh", "kazaj", "كازاخستان",
	  "哈萨克"}},
	{{"China", "Китай", "Қытай", "Chine", "China", "الصين", "中国"},
	 {"chin", "кита", "қыта", "chin", "chin", "الصين", "中国"}},
	{{"United States", "США", "АҚШ", "États-Unis", "Estados Unidos",
	  "الولايات المتحدة", "美国"},
	 {"united states", "сша", "ақш", "états-unis", "estados unidos",
	  "الولايات المتحدة", "美"}},
	{{"United Kingdom", "Великобритания", "Ұлыбритания", "Royaume-Uni",
	  "Reino Unido", "المملكة المتحدة", "英国"},
	 {"united kingdom", "великобритан", "ұлыбритан", "royaume-uni",
	  "reino unido", "المملكة المتحدة", "英国"}},
	{{"France", "Франция", "Франция", "France", "Francia", "فرنسا", "法国"},
	 {"fran", "франц", "франц", "franc", "franc", "فرنس", "法国"}},
	{{"Germany", "Германия", "Германия", "Allemagne", "Alemania", "ألمانيا",
	  "德国"},
	 {"german", "герман", "герман", "allemag", "aleman", "ألمانيا",
	  "德国"}},
	{{"India", "Индия", "Үндістан", "Inde", "India", "الهند", "印度"},
	 {"india", "инди", "үндіст", "inde", "india", "الهند", "印度"}},
	{{"Pakistan", "Пакистан", "Пәкістан", "Pakistan", "Pakistán", "باكستان",
	  "巴基斯坦"},
	 {"pakistan", "пакистан", "пәкістан", "pakistan", "pakist", "باكستان",
	  "巴基斯坦"}},
	{{"Iran", "Иран", "Иран", "Iran", "Irán", "إيران", "伊朗"},
	 {"iran", "иран", "иран", "iran", "irán", "إيران", "伊朗"}},
	{{"Türkiye", "Турция", "Түркия", "Türkiye", "Türkiye", "تركيا",
	  "土耳其"},
	 {"türk", "турц", "түрк", "tür", "türk", "تركيا", "土耳其"}},
	{{"Ukraine", "Украина", "Украина", "Ukraine", "Ucrania", "أوكرانيا",
	  "乌克兰"},
	 {"ukrain", "украин", "украин", "ukrain", "ucrani", "أوكرانيا",
	  "乌克兰"}},
	{{"Japan", "Япония", "Жапония", "Japon", "Japón", "اليابان", "日本"},
	 {"japan", "япон", "жапон", "japon", "jap", "اليابان", "日本"}},
	{{"Republic of Korea", "Республика Корея", "Корея Республикасы",
	  "République de Corée", "República de Corea", "جمهورية كوريا", "韩国"},
	 {"republic of korea", "республики корея", "корея республика",
	  "république de corée", "república de corea", "جمهورية كوريا",
	  "韩国"}},
	{{"Egypt", "Египет", "Мысыр", "Égypte", "Egipto", "مصر", "埃及"},
	 {"egypt", "егип", "мысыр", "égypt", "egip", "مصر", "埃及"}},
	{{"Brazil", "Бразилия", "Бразилия", "Brésil", "Brasil", "البرازيل",
	  "巴西"},
	 {"brazil", "бразил", "бразил", "brésil", "brasil", "البرازيل",
	  "巴西"}},
	{{"Canada", "Канада", "Канада", "Canada", "Canadá", "كندا", "加拿大"},
	 {"canad", "канад", "канад", "canad", "canad", "كندا", "加拿大"}},
	{{"Australia", "Австралия", "Аустралия", "Australie", "Australia",
	  "أستراليا", "澳大利亚"},
	 {"australia", "австрали", "аустрали", "australi", "australi",
	  "أستراليا", "澳大利亚"}},
	{{"Mexico", "Мексика", "Мексика", "Mexique", "México", "المكسيك",
	  "墨西哥"},
	 {"mexic", "мексик", "мексик", "mexi", "méxi", "المكسيك", "墨西哥"}},
	{{"European Union", "Европейский союз", "Еуропалық одақ",
	  "Union européenne", "Unión Europea", "الاتحاد الأوروبي", "欧盟"},
	 {"european union", "европейского союза", "еуропалық одақ",
	  "union européenne", "unión europea", "الاتحاد الأوروبي", "欧盟"}},
};

#define DRAFT_COUNTRIES (sizeof draft_countries / sizeof draft_countries[0])
/* A stem shorter than this is no sure sign. */
#define DRAFT_STEM_MIN 3

const struct draft_country *
draft_country_at(int row)
{
	return row >= 0 && (size_t)row < DRAFT_COUNTRIES ? &draft_countries[row]
							 : NULL;
}

int
draft_country_begins(const char *text, size_t len, enum draft_tongue tongue)
{
	char stem[80], first[8];
	size_t i, size, first_size;
	uint32_t cp;

	if (!len || tongue < 0 || tongue >= TONGUE_OTHER)
		return -1;
	draft_char(text, len, 0, &cp);
	first_size = draft_put_char(first, cp);
	for (i = 0; i < DRAFT_COUNTRIES; i++) {
		if (draft_countries[i].stems[tongue][0] != first[0] ||
		    memcmp(draft_countries[i].stems[tongue], first, first_size))
			continue;
		size = strlen(draft_countries[i].stems[tongue]);
		if (size < DRAFT_STEM_MIN || size + 2 > sizeof stem)
			continue;
		memcpy(stem, draft_countries[i].stems[tongue], size);
		memcpy(stem + size, "*", 2);
		if (draft_match(text, len, stem))
			return (int)i;
	}
	return -1;
}

int
draft_country_find(const char *text, size_t len, enum draft_tongue tongue)
{
	bool is_start = true;
	size_t at, size;
	uint32_t cp;
	int row;

	if (tongue < 0 || tongue >= TONGUE_OTHER)
		return -1;
	for (at = 0; at < len; at += size) {
		size = draft_char(text, len, at, &cp);
		if (cp == '(' || cp == 0xff08)
			return -1;
		row = is_start ? draft_country_begins(text + at, len - at,
						      tongue)
			       : -1;
		if (row >= 0)
			return row;
		is_start = !is_draft_letter(cp) || is_draft_han(cp);
	}
	return -1;
}
