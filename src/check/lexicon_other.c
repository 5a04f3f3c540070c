/* Words with a meaning in Chinese and Arabic. Numbers in words are so often
 * parts of other words there that they answer a figure of the other side and
 * are never asked for themselves. */
#include "lexicon.h"

const struct lexicon_row lexicon_chinese[] = {
	{MEANS_BOTH, 1, 1, "一 二/两/兩/双 三 四 五 六 七 八 九"},
	{MEANS_SCALE, 1, 1, "十 百 千 万/萬"},
	{MEANS_SCALE, 8, 1, "亿/億"},
	{MEANS_YEAR, 0, 0, "年"},
	{MEANS_NOTHING, 0, 0, NULL},
};

const struct lexicon_row lexicon_arabic[] = {
	{MEANS_BOTH, 1, 1,
	 "واحد/واحدة/الأول/الأولى/أول اثنان/اثنين/اثنتان/اثنتين/الثاني/"
	 "الثانية/كلا/كلتا ثلاث/ثلاثة/الثلاث/الثلاثة/الثالث/الثالثة "
	 "أربع/أربعة/الأربع/الأربعة/الرابع/الرابعة "
	 "خمس/خمسة/الخمس/الخمسة/الخامس/الخامسة ست/ستة/السادس/السادسة "
	 "سبع/سبعة/السابع/السابعة ثماني/ثمانية/ثمان/الثامن/الثامنة "
	 "تسع/تسعة/التاسع/التاسعة عشر/عشرة/العاشر/العاشرة"},
	{MEANS_BOTH, 20, 10,
	 "عشرون/عشرين/العشرين/العشرون ثلاثون/ثلاثين أربعون/أربعين "
	 "خمسون/خمسين ستون/ستين سبعون/سبعين ثمانون/ثمانين تسعون/تسعين"},
	{MEANS_SCALE, 2, 1, "مائة/مئة ألف/آلاف"},
	{MEANS_SCALE, 6, 3, "مليون/ملايين مليار/مليارات/بليون"},
	{MEANS_MONTH, 1, 1,
	 "يناير فبراير/شباط مارس/آذار أبريل/ابريل/إبريل/نيسان مايو/أيار "
	 "يونيو/يونيه/حزيران يوليو/يوليه/تموز أغسطس/اغسطس/آب "
	 "سبتمبر/أيلول أكتوبر/اكتوبر نوفمبر ديسمبر"},
	/* With the word after it: the second is January, the first
	 * December; the first October, the second November. */
	{MEANS_MONTH, 13, 1, "كانون تشرين"},
	{MEANS_PERCENT, 0, 0, "بالمائة/بالمئة"},
	{MEANS_YEAR, 0, 0, "عام/العام/سنة/السنة/لعام/لسنة/بعام"},
	{MEANS_THIS, 0, 0, "هذا/هذه/الجاري/الحالي"},
	{MEANS_OF, 0, 0, "من"},
	{MEANS_IN, 0, 0, "في"},
	{MEANS_AND, 0, 0, "و/إلى"},
	{MEANS_CENTURY, 0, 0, "قرن/القرن"},
	{MEANS_NOTHING, 0, 0, NULL},
};
