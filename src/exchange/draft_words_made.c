/*
 * The few words that a draft adds of its own: headings of what has none in
 * the source, in the words of each language.
 */
#include <stdio.h>
#include <string.h>

#include "draft_parts.h"

static const char *const draft_letterheads[TONGUE_COUNT][2] = {
	{"Letterhead", "Letterhead of the note verbale"},
	{"Бланк", "Бланк вербальной ноты"},
	{"Бланк", "Вербалды нотаның бланкісі"},
	{"En-tête", "En-tête de la note verbale"},
	{"Membrete", "Membrete de la nota verbal"},
	{"ترويسة", "ترويسة المذكرة الشفوية"},
	{"信头", "普通照会信头"},
	{"Letterhead", "Letterhead of the note verbale"},
};

static const char *const draft_points[TONGUE_COUNT] = {
	"Points", "Тезисы", "Тезистер", "Points",
	"Puntos", "النقاط", "要点",	"Points",
};

static const char *const draft_months[TONGUE_OTHER][12] = {
	{"January", "February", "March", "April", "May", "June", "July",
	 "August", "September", "October", "November", "December"},
	{"января", "февраля", "марта", "апреля", "мая", "июня", "июля",
	 "августа", "сентября", "октября", "ноября", "декабря"},
	{"қаңтардағы", "ақпандағы", "наурыздағы", "сәуірдегі", "мамырдағы",
	 "маусымдағы", "шілдедегі", "тамыздағы", "қыркүйектегі", "қазандағы",
	 "қарашадағы", "желтоқсандағы"},
	{"janvier", "février", "mars", "avril", "mai", "juin", "juillet",
	 "août", "septembre", "octobre", "novembre", "décembre"},
	{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio",
	 "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
	{"كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل",
	 "أيار/مايو", "حزيران/يونيه", "تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر",
	 "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر"},
	{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"},
};

const char *
draft_letterhead_words(const struct draft_text *text)
{
	return draft_letterheads[text->tongue][text->note.len > 0];
}

const char *
draft_points_words(enum draft_tongue tongue)
{
	return draft_points[tongue];
}

/* " of 1 June 2021", as the language puts it after a number. */
static void
draft_date_words(enum draft_tongue tongue, const struct date *date,
		 struct buffer *out)
{
	const char *month;

	if (!date->month)
		return;
	month = draft_months[tongue == TONGUE_OTHER ? TONGUE_EN : tongue]
			    [date->month - 1];
	switch (tongue) {
	case TONGUE_RU:
		buffer_printf(out, " от %d %s %d года", date->day, month,
			      date->year);
		break;
	case TONGUE_FR:
		buffer_printf(out, " du %d%s %s %d", date->day,
			      date->day == 1 ? "er" : "", month, date->year);
		break;
	case TONGUE_ES:
		buffer_printf(out, " de %d de %s de %d", date->day, month,
			      date->year);
		break;
	case TONGUE_AR:
		buffer_printf(out, " المؤرخة %d %s %d", date->day, month,
			      date->year);
		break;
	default:
		buffer_printf(out, " of %d %s %d", date->day, month,
			      date->year);
		break;
	}
}

void
draft_reference_words(enum draft_tongue tongue, const char *number,
		      const struct date *date, struct buffer *out)
{
	static const char *const signs[TONGUE_COUNT] = {
		"No.", "№", "№", "n°", "núm.", "رقم", "号", "No."};

	buffer_printf(out, "%s %s", signs[tongue], number);
	draft_date_words(tongue, date, out);
}

void
draft_note_words(const struct draft_text *text, struct buffer *out)
{
	static const char *const notes[TONGUE_COUNT] = {
		"Note verbale", "Вербальная нота", "вербалды нота",
		"Note verbale", "Nota verbal",	   "مذكرة شفوية",
		"普通照会",	"Note verbale"};
	const struct date *date = &text->note_date;
	bool is_kazakh = text->tongue == TONGUE_KK;

	if (text->tongue == TONGUE_ZH && date->month)
		buffer_printf(out, "%d年%d月%d日", date->year, date->month,
			      date->day);
	if (is_kazakh && date->month)
		buffer_printf(out, "%d жылғы %d %s ", date->year, date->day,
			      draft_months[TONGUE_KK][date->month - 1]);
	if (is_kazakh && text->note_number[0])
		buffer_printf(out, "№ %s ", text->note_number);
	buffer_append_string(out, notes[text->tongue]);
	if (is_kazakh)
		return;
	if (text->tongue == TONGUE_ZH) {
		if (text->note_number[0])
			buffer_printf(out, " %s 号", text->note_number);
	} else if (text->note_number[0]) {
		buffer_append_byte(out, ' ');
		draft_reference_words(text->tongue, text->note_number, date,
				      out);
	} else {
		draft_date_words(text->tongue, date, out);
	}
}
