/* Words that a full stop shortens, by language. */
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "abbreviation.h"

struct abbreviation_table {
	const char *language;
	/* Words between single spaces, with a space at both ends. */
	const char *always, *number, *last;
};

static const struct abbreviation_table abbreviation_tables[] = {
	{"en",
	 " Mr Mrs Ms Messrs Dr Prof Gen Col Lt Capt Sen Rep Gov Amb Hon Rev "
	 "H.E St Mt Ft vs e.g i.e cf viz approx ca al incl esp Dept Univ Jan "
	 "Feb Apr Aug Sept Sep Oct Nov Dec U.N U.S U.K ",
	 " No Nos no nos para paras Para Paras art arts Art Arts sec Sec sect "
	 "ch Ch chap vol Vol vols p pp fig Fig ed eds res Res dec Dec doc Doc "
	 "Add Corr Rev Amend item ",
	 " etc Inc Ltd Co Corp Jr Sr a.m p.m "},
	{"ru",
	 " г гг в вв т.е т.к т.н т.о с.г п.г см ср напр им др-р проф акад "
	 "ген полк ред изд авт сост пер отв зам пред ул просп пл обл р-н "
	 "тыс млн млрд трлн руб долл чел кв куб экз англ франц исп кит араб "
	 "лат греч рус нем т.наз н.э янв февр апр авг сент окт нояб дек И.О ",
	 " п пп подп пункт ст стт стр с гл разд абз ч рис табл прим прил "
	 "вып т тт рез док ",
	 " т.д т.п др пр "},
	{"kk",
	 " ж жж ғ ғғ т.с.с б.з.б б.з яғни мыс қар проф акад ген ред мың млн "
	 "млрд трлн тг обл ауд көш сағ мин км м.а ",
	 " т б бб тар кіт сур ", " т.б "},
	{"fr",
	 " MM M Mme Mlle Mgr Dr Pr prof cf p.ex c.-à-d c.à.d env S.E S.M St "
	 "Ste J.-C janv févr avr juill sept oct nov déc ",
	 " art p pp n no vol chap par al fig éd ", " etc "},
	{"es",
	 " Sr Sra Srta Sres Sras Dr Dra Prof Excmo Excma Ilmo Lic Ing Gral Ud "
	 "Uds Vd Vds EE EE.UU p.ej cf aprox a.C d.C S.E ",
	 " núm núms art arts pág págs párr párrs p pp vol cap fig res doc ",
	 " etc "},
	{"de",
	 " Dr Prof Hr Fr z.B d.h u.a i.d.R bzw vgl ca evtl ggf inkl sog Jan "
	 "Feb Apr Aug Sept Okt Nov Dez S.E ",
	 " Nr Abs Art Ziff S Bd Kap Abb ", " usw etc "},
	{"ar", " د أ م هـ ا.د أ.د ق.م ب.م ", " ص ف ج رقم ", " إلخ الخ "},
};

static bool
is_abbreviation_in(const char *list, const char *word, size_t len)
{
	const char *at = list + 1, *end;

	for (; (end = strchr(at, ' ')); at = end + 1)
		if ((size_t)(end - at) == len && !memcmp(at, word, len))
			return true;
	return false;
}

static enum abbreviation
abbreviation_find_in(const struct abbreviation_table *table, const char *word,
		     size_t len)
{
	if (is_abbreviation_in(table->always, word, len))
		return ABBREVIATION_ALWAYS;
	if (is_abbreviation_in(table->number, word, len))
		return ABBREVIATION_NUMBER;
	if (is_abbreviation_in(table->last, word, len))
		return ABBREVIATION_LAST;
	return ABBREVIATION_NONE;
}

/* "No. 5" stands in texts of every language. */
static enum abbreviation
abbreviation_find_own(const struct abbreviation_table *table, const char *word,
		      size_t len)
{
	enum abbreviation found = abbreviation_find_in(table, word, len);

	if (found == ABBREVIATION_NONE &&
	    is_abbreviation_in(abbreviation_tables[0].number, word, len))
		return ABBREVIATION_NUMBER;
	return found;
}

static bool
is_abbreviation_language(const struct abbreviation_table *table,
			 const char *language)
{
	return !strncasecmp(language, table->language, 2) &&
	       (!language[2] || language[2] == '-');
}

enum abbreviation
abbreviation_find(const char *word, size_t len, const char *language)
{
	size_t count = sizeof abbreviation_tables / sizeof *abbreviation_tables;
	enum abbreviation found;
	size_t i;

	for (i = 0; i < count; i++)
		if (is_abbreviation_language(&abbreviation_tables[i], language))
			return abbreviation_find_own(&abbreviation_tables[i],
						     word, len);
	for (i = 0; i < count; i++) {
		found = abbreviation_find_in(&abbreviation_tables[i], word,
					     len);
		if (found != ABBREVIATION_NONE)
			return found;
	}
	return ABBREVIATION_NONE;
}
