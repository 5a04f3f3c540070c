#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include "lectern/memory.h"
#include "tmx.h"

#define TMX_MEETING  "x-lectern-meeting"
#define TMX_TEXT_MAX (1u << 20) /* bytes of one segment */
#define TMX_XML	     "http://www.w3.org/XML/1998/namespace"

/* What the characters that are read belong to. */
enum tmx_text { TMX_NOTHING, TMX_PROP, TMX_SEGMENT };

struct tmx {
	struct import_out *out;
	xmlParserCtxtPtr parser;
	bool has_stopped, has_root;
	enum tmx_text reading;
	int codes; /* elements of codes that are open */
	struct buffer text, language, place;
	json_t *cells; /* of the unit; NULL: in none */
};

static void
tmx_stop(struct tmx *tmx, const char *word, const char *value)
{
	struct import_problem problem = {
		.word = word,
		.line = xmlSAX2GetLineNumber(tmx->parser),
		.value = value};

	if (tmx->has_stopped)
		return;
	tmx->has_stopped = true;
	import_put_problem(tmx->out, &problem);
	xmlStopParser(tmx->parser);
}

/* An attribute's value into a buffer; "" for none. 'xml:lang' is asked for as
 * "lang", with its namespace or, as in TMX 1.1, without. */
static void
tmx_attribute(int count, const xmlChar **at, const char *name,
	      struct buffer *out)
{
	bool is_ours;

	buffer_reset(out);
	for (; count > 0; count--, at += 5) {
		is_ours = !at[2] || !strcmp((const char *)at[2], TMX_XML);
		if (is_ours && !strcmp((const char *)at[0], name)) {
			buffer_reset(out);
			buffer_append(out, at[3], (size_t)(at[4] - at[3]));
		}
	}
}

static bool
is_tmx_code(const char *name)
{
	return !strcmp(name, "bpt") || !strcmp(name, "ept") ||
	       !strcmp(name, "ph") || !strcmp(name, "it") ||
	       !strcmp(name, "ut");
}

static void
tmx_begin_unit(struct tmx *tmx, int count, const xmlChar **attributes)
{
	tmx_attribute(count, attributes, "tuid", &tmx->place);
	json_decref(tmx->cells);
	tmx->cells = json_object();
}

static void
tmx_begin_text(struct tmx *tmx, enum tmx_text reading)
{
	tmx->reading = reading;
	tmx->codes = 0;
	buffer_reset(&tmx->text);
}

static void
tmx_begin_prop(struct tmx *tmx, int count, const xmlChar **attributes)
{
	struct buffer type = BUFFER_INIT;

	tmx_attribute(count, attributes, "type", &type);
	if (!tmx->cells && !strcmp(type.data, TMX_MEETING))
		tmx_begin_text(tmx, TMX_PROP);
	buffer_release(&type);
}

static void
tmx_begin_element(void *data, const xmlChar *local,
		  UNUSED const xmlChar *prefix, UNUSED const xmlChar *uri,
		  UNUSED int namespace_count, UNUSED const xmlChar **namespaces,
		  int count, UNUSED int defaulted_count,
		  const xmlChar **attributes)
{
	const char *name = (const char *)local;
	struct tmx *tmx = data;

	if (!tmx->has_root && strcmp(name, "tmx"))
		tmx_stop(tmx, "not-tmx", name);
	tmx->has_root = true;
	/* Who stops the parser takes the attributes away. */
	if (tmx->has_stopped)
		return;
	if (!strcmp(name, "tu"))
		tmx_begin_unit(tmx, count, attributes);
	else if (!strcmp(name, "tuv"))
		tmx_attribute(count, attributes, "lang", &tmx->language);
	else if (!strcmp(name, "prop"))
		tmx_begin_prop(tmx, count, attributes);
	else if (!strcmp(name, "seg") && tmx->cells)
		tmx_begin_text(tmx, TMX_SEGMENT);
	else if (tmx->reading == TMX_SEGMENT && is_tmx_code(name))
		tmx->codes++;
}

static void
tmx_end_unit(struct tmx *tmx)
{
	json_t *object = json_object();

	import_set_text(object, "place", tmx->place.data);
	if (json_object_set_new(object, "cells", tmx->cells))
		mem_fail(0);
	tmx->cells = NULL;
	import_put(tmx->out, object);
}

static void
tmx_end_prop(struct tmx *tmx)
{
	json_t *object = json_object();

	import_set_text(object, "meeting", tmx->text.data);
	import_put(tmx->out, object);
	tmx->reading = TMX_NOTHING;
}

static void
tmx_end_element(void *data, const xmlChar *local, UNUSED const xmlChar *prefix,
		UNUSED const xmlChar *uri)
{
	const char *name = (const char *)local;
	struct tmx *tmx = data;

	if (tmx->has_stopped)
		return;
	if (!strcmp(name, "tu") && tmx->cells) {
		tmx_end_unit(tmx);
	} else if (!strcmp(name, "prop") && tmx->reading == TMX_PROP) {
		tmx_end_prop(tmx);
	} else if (!strcmp(name, "seg") && tmx->cells) {
		if (tmx->language.len)
			import_set_text(tmx->cells, tmx->language.data,
					tmx->text.data);
		tmx->reading = TMX_NOTHING;
	} else if (tmx->codes && is_tmx_code(name)) {
		tmx->codes--;
	}
}

static void
tmx_add_text(void *data, const xmlChar *text, int len)
{
	struct tmx *tmx = data;

	if (tmx->has_stopped || tmx->reading == TMX_NOTHING || tmx->codes)
		return;
	buffer_append(&tmx->text, text, (size_t)len);
	if (tmx->text.len > TMX_TEXT_MAX)
		tmx_stop(tmx, "too-long", tmx->place.data);
}

static void
tmx_refuse_doctype(void *data, UNUSED const xmlChar *name,
		   UNUSED const xmlChar *external_id,
		   UNUSED const xmlChar *system_id)
{
	tmx_stop(data, "doctype", NULL);
}

static void
tmx_take_error(void *data, xmlErrorPtr error)
{
	if (error->level >= XML_ERR_ERROR)
		tmx_stop(data, "not-xml", NULL);
}

static int
tmx_read_block(void *in, char *bytes, int size)
{
	return (int)import_read(in, bytes, (size_t)size);
}

static int
tmx_close(UNUSED void *in)
{
	return 0;
}

static void
tmx_parse(struct tmx *tmx, struct import_in *in)
{
	xmlSAXHandler handler = {
		.initialized = XML_SAX2_MAGIC,
		.internalSubset = tmx_refuse_doctype,
		.startElementNs = tmx_begin_element,
		.endElementNs = tmx_end_element,
		.characters = tmx_add_text,
		.ignorableWhitespace = tmx_add_text,
		.cdataBlock = tmx_add_text,
		.serror = tmx_take_error,
	};

	tmx->parser =
		xmlCreateIOParserCtxt(&handler, tmx, tmx_read_block, tmx_close,
				      in, XML_CHAR_ENCODING_NONE);
	if (!tmx->parser)
		mem_fail(0);
	xmlCtxtUseOptions(tmx->parser, XML_PARSE_NONET);
	xmlParseDocument(tmx->parser);
}

void
tmx_read(struct import_in *in, struct import_out *out)
{
	struct tmx tmx = {.out = out,
			  .text = BUFFER_INIT,
			  .language = BUFFER_INIT,
			  .place = BUFFER_INIT};

	tmx_parse(&tmx, in);
	if (!tmx.has_stopped && !tmx.has_root)
		tmx_stop(&tmx, "not-xml", NULL);
	if (!tmx.has_stopped)
		import_put(out, json_pack("{s:s}", "done", "tmx"));
	xmlFreeDoc(tmx.parser->myDoc);
	xmlFreeParserCtxt(tmx.parser);
	json_decref(tmx.cells);
	buffer_release(&tmx.text);
	buffer_release(&tmx.language);
	buffer_release(&tmx.place);
}
