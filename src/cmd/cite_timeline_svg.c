/*
 * The timeline as a drawing: a line a document, time to scale from left to
 * right, a disc for each meeting whose area says how many points cite it. For
 * a page: no colour carries meaning, and what a disc stands for is its title,
 * which browsers show and readers of the screen say.
 */
#include <math.h>
#include <string.h>

#include "cite_timeline.h"
#include "lectern/filter.h"
#include "lectern/words.h"

enum {
	SVG_WIDTH = 1000,
	SVG_LEFT = 230, /* symbols */
	SVG_RIGHT = 30,
	SVG_TOP = 50,
	SVG_ROW = 34,
	SVG_RADIUS = 6, /* of one point */
	SVG_RADIUS_MAX = 15,
	SVG_YEARS_MAX = 24, /* labels that fit side by side */
};

static void
svg_text(struct buffer *out, const char *text)
{
	filter_markup(text, strlen(text), out);
}

/* From 1 January of the first year to the end of the last one. */
static int
svg_x(const struct timeline *timeline, const struct date *date)
{
	struct date first = {timeline->first.year, 1, 1};
	struct date last = {timeline->last.year + 1, 1, 1};
	double all = (double)(date_days(&last) - date_days(&first));
	double room = SVG_WIDTH - SVG_LEFT - SVG_RIGHT;

	return SVG_LEFT +
	       (int)(room * (double)(date_days(date) - date_days(&first)) /
		     all);
}

static void
svg_draw_years(const struct timeline *timeline, int height, struct buffer *out)
{
	int first = timeline->first.year, last = timeline->last.year + 1;
	int step = (last - first) / SVG_YEARS_MAX + 1, x;

	for (int year = first; year <= last; year += step) {
		x = svg_x(timeline, &(struct date){year, 1, 1});
		buffer_printf(out,
			      "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" "
			      "stroke=\"#bbb\"/>\n",
			      x, SVG_TOP - 10, x, height - 10);
		if (year < last)
			buffer_printf(out,
				      "<text x=\"%d\" y=\"%d\" fill=\"#333\">"
				      "%d</text>\n",
				      x + 3, SVG_TOP - 16, year);
	}
}

static void
svg_draw_mark(const struct timeline *timeline, const struct timeline_mark *mark,
	      int y, struct buffer *out)
{
	double radius = SVG_RADIUS * sqrt(mark->points);
	char date[DATE_TEXT_MAX];

	if (radius > SVG_RADIUS_MAX)
		radius = SVG_RADIUS_MAX;
	date_format(&mark->date, date);
	buffer_printf(out,
		      "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"#1f4e79\" "
		      "fill-opacity=\"0.8\"><title>%s ",
		      svg_x(timeline, &mark->date), y, (int)(radius + 0.5),
		      date);
	svg_text(out, mark->meeting);
	buffer_printf(out, P_(": %d point", ": %d points", mark->points),
		      mark->points);
	buffer_append_string(out, "</title></circle>\n");
}

static void
svg_draw_row(const struct timeline *timeline, const struct timeline_row *row,
	     int y, struct buffer *out)
{
	buffer_printf(out,
		      "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" "
		      "stroke=\"#ddd\"/>\n<text x=\"10\" y=\"%d\"><title>",
		      SVG_LEFT, y, SVG_WIDTH - SVG_RIGHT, y, y + 5);
	svg_text(out, *row->title ? row->title : row->symbol);
	buffer_append_string(out, "</title>");
	svg_text(out, row->symbol);
	buffer_append_string(out, "</text>\n");
	for (size_t i = 0; i < row->marks.len; i++)
		svg_draw_mark(timeline, &row->marks.items[i], y, out);
}

void
timeline_draw_svg(const struct timeline *timeline, struct buffer *out)
{
	int height = SVG_TOP + (int)timeline->rows.len * SVG_ROW + 10;

	buffer_printf(out,
		      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<svg xmlns=\"http://www.w3.org/2000/svg\" "
		      "viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
		      "font-family=\"sans-serif\" font-size=\"14\">\n<title>",
		      SVG_WIDTH, height, SVG_WIDTH, height);
	svg_text(out, _("Citations over time"));
	buffer_append_string(out, "</title>\n<rect width=\"100%\" "
				  "height=\"100%\" fill=\"#fff\"/>\n");
	svg_draw_years(timeline, height, out);
	for (size_t i = 0; i < timeline->rows.len; i++)
		svg_draw_row(timeline, &timeline->rows.items[i],
			     SVG_TOP + SVG_ROW / 2 + (int)i * SVG_ROW, out);
	buffer_append_string(out, "</svg>\n");
}
