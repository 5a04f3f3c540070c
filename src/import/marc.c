#include "config.h" /* _GNU_SOURCE, for strcasestr */

#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include "lectern/memory.h"
#include "marc.h"
#include "rows.h"

#define MARC_NAMESPACE "http://www.loc.gov/MARC21/slim"
#define MARC_TEXT_MAX  (64u << 10) /* bytes of one subfield */

struct marc {
	struct import_out *out;
	xmlParserCtxtPtr parser;
	bool has_stopped, has_root;
	long record; /* number of the last one begun */
	bool is_in_record, is_in_subfield;
	char tag[4], code;  /* of the field and the subfield being read */
	struct buffer text; /* of the subfield */

	/* Of the record being read. */
	long line;
	bool is_vote, has_faults, is_without_vote;
	struct buffer symbol, other, title, date, action_date;
	struct vote_counts totals, voted;
	bool has_total_field;
	struct buffer vote; /* of the member whose field is being read */
	bool is_member;
};

void
marc_prepare(void)
{
	xmlInitParser();
	/* Tables of encodings, and the hash's secret. */
	xmlFreeParserCtxt(xmlNewParserCtxt());
}

static void
marc_stop(struct marc *marc, const char *word, long line, const char *value)
{
	struct import_problem problem = {
		.word = word,
		.line = line,
		.record = marc->is_in_record ? marc->record : 0,
		.value = value};

	if (marc->has_stopped)
		return;
	marc->has_stopped = true;
	import_put_problem(marc->out, &problem);
	xmlStopParser(marc->parser);
}

static void
marc_add_fault(struct marc *marc, const char *word, const char *value)
{
	struct import_problem problem = {
		.word = word,
		.line = xmlSAX2GetLineNumber(marc->parser),
		.record = marc->record,
		.value = value};

	marc->has_faults = true;
	import_put_problem(marc->out, &problem);
	if (marc->out->problems >= IMPORT_PROBLEMS_MAX) {
		marc->has_stopped = true;
		xmlStopParser(marc->parser);
	}
}

static void
marc_begin_record(struct marc *marc)
{
	const struct vote_counts none = VOTE_COUNTS_NONE;

	marc->record++;
	marc->is_in_record = true;
	marc->line = xmlSAX2GetLineNumber(marc->parser);
	marc->is_vote = marc->has_faults = marc->is_without_vote = false;
	marc->has_total_field = false;
	buffer_reset(&marc->symbol);
	buffer_reset(&marc->other);
	buffer_reset(&marc->title);
	buffer_reset(&marc->date);
	buffer_reset(&marc->action_date);
	marc->totals = marc->voted = none;
	marc->tag[0] = '\0';
}

static bool
marc_is_resolution(const struct marc *marc)
{
	return strstr(marc->symbol.data, "/RES/") != NULL;
}

/*
 * The day of adoption: the action date, else the date of the vote. The date
 * of a resolution's document may be that of its printing, so it is none.
 */
static const char *
marc_adopted(const struct marc *marc)
{
	if (marc->action_date.len)
		return marc->action_date.data;
	if (!marc->is_vote && marc_is_resolution(marc))
		return "";
	return marc->date.data;
}

static void
marc_end_record(struct marc *marc)
{
	struct import_row row = {
		.line = marc->line,
		.record = marc->record,
		.symbol = marc->symbol.data,
		.other_symbol = marc->other.data,
		.date = marc_adopted(marc),
		.title = marc->title.data,
		.totals = marc->totals,
		.voted = marc->voted,
	};

	/* The library keeps a record of votes for what was adopted without
	 * one too: its totals are there and empty, and nobody voted. */
	row.is_without_vote = marc->is_without_vote ||
			      (marc->is_vote && marc->has_total_field &&
			       vote_counts_are_none(&marc->totals) &&
			       marc->voted.members < 0);
	if (!marc->has_faults)
		import_put_row(marc->out, &row);
	marc->is_in_record = false;
}

static bool
marc_is_tag(const struct marc *marc, const char *tag)
{
	return !strcmp(marc->tag, tag);
}

static bool
marc_is_member_tag(const struct marc *marc)
{
	return marc_is_tag(marc, "967") || marc_is_tag(marc, "968") ||
	       marc_is_tag(marc, "969");
}

static void
marc_begin_field(struct marc *marc, const char *tag)
{
	size_t len = strlen(tag);

	memcpy(marc->tag, len == 3 ? tag : "", len == 3 ? 4 : 1);
	buffer_reset(&marc->vote);
	marc->is_member = false;
	if (marc_is_tag(marc, "791"))
		marc->is_vote = true;
	if (marc_is_tag(marc, "996"))
		marc->has_total_field = true;
}

static void
marc_end_field(struct marc *marc)
{
	if (marc->is_member && !vote_counts_add(&marc->voted, marc->vote.data))
		marc_add_fault(marc, "bad-vote", marc->vote.data);
	marc->tag[0] = '\0';
}

static void
marc_take_symbol(struct marc *marc, const char *text)
{
	struct buffer *into = marc->symbol.len ? &marc->other : &marc->symbol;

	if (!strcmp(text, marc->symbol.data) || !*text)
		return;
	if (marc->other.len)
		buffer_append_string(into, "; ");
	buffer_append_string(into, text);
}

static void
marc_take_total(struct marc *marc, const char *text)
{
	bool is_bad = false;
	long count = vote_count_read(text, &is_bad);

	if (is_bad) {
		marc_add_fault(marc, "bad-count", text);
		return;
	}
	switch (marc->code) {
	case 'b':
		marc->totals.yes = count;
		break;
	case 'c':
		marc->totals.no = count;
		break;
	case 'd':
		marc->totals.abstaining = count;
		break;
	case 'e':
		marc->totals.absent = count;
		break;
	default:
		marc->totals.members = count;
		break;
	}
}

/* Notes of the vote: "ADOPTED WITHOUT VOTE", "Adopted without a vote, ...". */
static void
marc_take_note(struct marc *marc, const char *text)
{
	if (strcasestr(text, "without vote") ||
	    strcasestr(text, "without a vote"))
		marc->is_without_vote = true;
}

static void
marc_take_title(struct marc *marc, const char *text)
{
	if (marc->title.len)
		buffer_append_byte(&marc->title, ' ');
	buffer_append_string(&marc->title, text);
}

static void
marc_take_once(struct buffer *into, const char *text)
{
	if (!into->len)
		buffer_append_string(into, text);
}

/* The fields that the catalogue has a column for. */
static void
marc_end_subfield(struct marc *marc)
{
	const char *text = marc->text.data;
	char code = marc->code;

	if ((marc_is_tag(marc, "191") || marc_is_tag(marc, "791")) &&
	    code == 'a')
		marc_take_symbol(marc, text);
	else if (marc_is_tag(marc, "245") && strchr("abc", code))
		marc_take_title(marc, text);
	else if (marc_is_tag(marc, "269") && code == 'a')
		marc_take_once(&marc->date, text);
	else if (marc_is_tag(marc, "992") && code == 'a')
		marc_take_once(&marc->action_date, text);
	else if (marc_is_tag(marc, "590") || marc_is_tag(marc, "591"))
		marc_take_note(marc, text);
	else if (marc_is_tag(marc, "996") && code == 'a')
		marc_take_note(marc, text);
	else if (marc_is_tag(marc, "996") && strchr("bcdef", code))
		marc_take_total(marc, text);
	else if (marc_is_member_tag(marc) && (code == 'c' || code == 'e'))
		marc->is_member = true;
	else if (marc_is_member_tag(marc) && code == 'd')
		marc_take_once(&marc->vote, text);
}

/* The value of an attribute of no namespace, into a buffer; "" for none. */
static void
marc_attribute(int count, const xmlChar **attributes, const char *name,
	       struct buffer *out)
{
	const xmlChar **at = attributes;

	buffer_reset(out);
	for (; count > 0; count--, at += 5)
		if (!at[1] && !strcmp((const char *)at[0], name))
			buffer_append(out, at[3], (size_t)(at[4] - at[3]));
}

static void
marc_begin_subfield(struct marc *marc, const char *code)
{
	marc->is_in_subfield = true;
	marc->code = code[0] && !code[1] ? code[0] : '\1';
	buffer_reset(&marc->text);
}

static void
marc_begin_root(struct marc *marc, const char *name, const xmlChar *uri)
{
	marc->has_root = true;
	if ((strcmp(name, "collection") && strcmp(name, "record")) ||
	    (uri && strcmp((const char *)uri, MARC_NAMESPACE)))
		marc_stop(marc, "not-marcxml",
			  xmlSAX2GetLineNumber(marc->parser), name);
}

static void
marc_begin_element(void *data, const xmlChar *local,
		   UNUSED const xmlChar *prefix, const xmlChar *uri,
		   UNUSED int namespace_count,
		   UNUSED const xmlChar **namespaces, int attribute_count,
		   UNUSED int defaulted_count, const xmlChar **attributes)
{
	const char *name = (const char *)local;
	struct buffer value = BUFFER_INIT;
	struct marc *marc = data;

	if (!marc->has_root)
		marc_begin_root(marc, name, uri);
	if (!strcmp(name, "record")) {
		if (marc->is_in_record)
			marc_stop(marc, "not-marcxml",
				  xmlSAX2GetLineNumber(marc->parser), name);
		else
			marc_begin_record(marc);
	} else if (marc->is_in_record && !strcmp(name, "datafield")) {
		marc_attribute(attribute_count, attributes, "tag", &value);
		marc_begin_field(marc, value.data);
	} else if (marc->tag[0] && !strcmp(name, "subfield")) {
		marc_attribute(attribute_count, attributes, "code", &value);
		marc_begin_subfield(marc, value.data);
	}
	buffer_release(&value);
}

static void
marc_end_element(void *data, const xmlChar *local, UNUSED const xmlChar *prefix,
		 UNUSED const xmlChar *uri)
{
	const char *name = (const char *)local;
	struct marc *marc = data;

	if (marc->has_stopped)
		return;
	if (marc->is_in_subfield && !strcmp(name, "subfield")) {
		marc_end_subfield(marc);
		marc->is_in_subfield = false;
	} else if (marc->tag[0] && !strcmp(name, "datafield"))
		marc_end_field(marc);
	else if (marc->is_in_record && !strcmp(name, "record"))
		marc_end_record(marc);
}

/* White space of any kind is one space: lines are the exporter's. */
static void
marc_add_text(void *data, const xmlChar *text, int len)
{
	struct marc *marc = data;
	int i;

	if (!marc->is_in_subfield || marc->has_stopped)
		return;
	for (i = 0; i < len; i++) {
		if (!strchr(" \t\r\n", text[i]))
			buffer_append_byte(&marc->text, (char)text[i]);
		else if (marc->text.len &&
			 marc->text.data[marc->text.len - 1] != ' ')
			buffer_append_byte(&marc->text, ' ');
	}
	if (marc->text.len > MARC_TEXT_MAX)
		marc_stop(marc, "too-long", xmlSAX2GetLineNumber(marc->parser),
			  marc->tag);
}

static void
marc_refuse_doctype(void *data, UNUSED const xmlChar *name,
		    UNUSED const xmlChar *external_id,
		    UNUSED const xmlChar *system_id)
{
	struct marc *marc = data;

	marc_stop(marc, "doctype", xmlSAX2GetLineNumber(marc->parser), NULL);
}

static void
marc_take_error(void *data, xmlErrorPtr error)
{
	struct marc *marc = data;
	struct buffer words = BUFFER_INIT;
	bool is_encoding = error->code == XML_ERR_INVALID_ENCODING ||
			   error->code == XML_ERR_UNSUPPORTED_ENCODING ||
			   error->code == XML_ERR_UNKNOWN_ENCODING ||
			   error->code == XML_I18N_CONV_FAILED ||
			   error->code == XML_ERR_INVALID_CHAR;

	if (error->level < XML_ERR_ERROR)
		return;
	buffer_append_string(&words, error->message ? error->message : "");
	while (words.len && strchr(" \n", words.data[words.len - 1]))
		buffer_truncate(&words, words.len - 1);
	marc_stop(marc, is_encoding ? "encoding" : "not-xml", error->line,
		  words.data);
	buffer_release(&words);
}

static int
marc_read_block(void *in, char *bytes, int size)
{
	return (int)import_read(in, bytes, (size_t)size);
}

static int
marc_close(UNUSED void *in)
{
	return 0;
}

static void
marc_release(struct marc *marc)
{
	buffer_release(&marc->text);
	buffer_release(&marc->symbol);
	buffer_release(&marc->other);
	buffer_release(&marc->title);
	buffer_release(&marc->date);
	buffer_release(&marc->action_date);
	buffer_release(&marc->vote);
}

void
marc_read(struct import_in *in, struct import_out *out)
{
	struct marc marc = {.out = out,
			    .text = BUFFER_INIT,
			    .symbol = BUFFER_INIT,
			    .other = BUFFER_INIT,
			    .title = BUFFER_INIT,
			    .date = BUFFER_INIT,
			    .action_date = BUFFER_INIT,
			    .vote = BUFFER_INIT};
	xmlSAXHandler handler = {
		.initialized = XML_SAX2_MAGIC,
		.internalSubset = marc_refuse_doctype,
		.startElementNs = marc_begin_element,
		.endElementNs = marc_end_element,
		.characters = marc_add_text,
		.ignorableWhitespace = marc_add_text,
		.cdataBlock = marc_add_text,
		.serror = marc_take_error,
	};

	marc.parser =
		xmlCreateIOParserCtxt(&handler, &marc, marc_read_block,
				      marc_close, in, XML_CHAR_ENCODING_NONE);
	if (!marc.parser)
		mem_fail(0);
	xmlCtxtUseOptions(marc.parser, XML_PARSE_NONET);
	xmlParseDocument(marc.parser);
	if (!marc.has_stopped && !marc.record)
		marc_stop(&marc, "no-records", 0, NULL);
	if (!marc.has_stopped)
		import_put(out, json_pack("{s:s, s:I}", "done", "marcxml",
					  "records", (json_int_t)marc.record));
	xmlFreeDoc(marc.parser->myDoc);
	xmlFreeParserCtxt(marc.parser);
	marc_release(&marc);
}
