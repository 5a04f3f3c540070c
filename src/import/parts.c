/* The parts of a packed document, unpacked to be measured and looked at. */
#include "config.h" /* _GNU_SOURCE, for memmem */

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "lectern/memory.h"
#include "parts.h"

#define PARTS_BLOCK ((size_t)64 << 10)
/* A word may be cut in two by the end of a block. */
#define PARTS_WORD_MAX 9

struct parts {
	struct import_out *out;
	const char *kind; /* "docx", "odt", "" */
	size_t count, size;
	bool has_problem;
};

static void
parts_fail(struct parts *parts, const char *word, const char *part)
{
	const struct import_problem problem = {.word = word, .value = part};

	if (!parts->has_problem)
		import_put_problem(parts->out, &problem);
	parts->has_problem = true;
}

static bool
is_part_xml(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot && (!strcmp(dot, ".xml") || !strcmp(dot, ".rels"));
}

static bool
parts_have_word(const char *bytes, size_t len, const char *word)
{
	return memmem(bytes, len, word, strlen(word)) != NULL;
}

/* XML that declares something, or is not in the encoding that writers of such
 * documents use and in which a declaration would be seen. */
static bool
is_part_declaring(const char *bytes, size_t len)
{
	return parts_have_word(bytes, len, "<!DOCTYPE") ||
	       parts_have_word(bytes, len, "<!ENTITY") ||
	       memchr(bytes, '\0', len) != NULL;
}

/* Unpack one part, block by block. */
static void
parts_read_data(struct parts *parts, struct archive *archive, const char *name)
{
	char block[PARTS_WORD_MAX + PARTS_BLOCK];
	bool is_xml = is_part_xml(name);
	size_t size = 0, kept = 0, len;
	ssize_t got;

	while ((got = archive_read_data(archive, block + kept, PARTS_BLOCK)) >
	       0) {
		size += (size_t)got;
		if (size > PARTS_PART_SIZE_MAX ||
		    parts->size + size > PARTS_SIZE_MAX) {
			parts_fail(parts, "too-large", name);
			return;
		}
		len = kept + (size_t)got;
		if (is_xml && is_part_declaring(block, len)) {
			parts_fail(parts, "doctype", name);
			return;
		}
		kept = len < PARTS_WORD_MAX ? len : PARTS_WORD_MAX;
		memmove(block, block + len - kept, kept);
	}
	parts->size += size;
	if (got < 0)
		parts_fail(parts, "broken", name);
}

/* What kind of document it is shows in the names of its parts. */
static void
parts_take_name(struct parts *parts, const char *name)
{
	if (!strcmp(name, "word/document.xml"))
		parts->kind = "docx";
	else if (!strcmp(name, "content.xml") && !*parts->kind)
		parts->kind = "odt";
}

static void
parts_read_all(struct parts *parts, struct archive *archive)
{
	struct archive_entry *entry;
	const char *name;
	int rc = ARCHIVE_OK;

	while (!parts->has_problem &&
	       (rc = archive_read_next_header(archive, &entry)) == ARCHIVE_OK) {
		name = archive_entry_pathname(entry);
		if (!name)
			name = "";
		if (++parts->count > PARTS_MAX)
			parts_fail(parts, "too-many", NULL);
		else if (archive_entry_is_encrypted(entry))
			parts_fail(parts, "locked", name);
		parts_take_name(parts, name);
		if (!parts->has_problem)
			parts_read_data(parts, archive, name);
	}
	if (rc != ARCHIVE_OK && rc != ARCHIVE_EOF)
		parts_fail(parts, "broken", NULL);
}

void
parts_read(struct import_in *in, struct import_out *out)
{
	struct parts parts = {.out = out, .kind = ""};
	struct archive *archive = archive_read_new();
	struct buffer packed = BUFFER_INIT;

	if (!archive)
		mem_fail(0);
	/* By its table of contents, as converters read it. */
	archive_read_support_format_zip_seekable(archive);
	if (!import_read_all(in, PARTS_PART_SIZE_MAX, &packed))
		parts_fail(&parts, "too-large", NULL);
	else if (archive_read_open_memory(archive, packed.data, packed.len) !=
		 ARCHIVE_OK)
		parts_fail(&parts, "broken", NULL);
	else
		parts_read_all(&parts, archive);
	if (!parts.has_problem)
		import_put(out, json_pack("{s:s, s:I, s:I}", "kind", parts.kind,
					  "parts", (json_int_t)parts.count,
					  "size", (json_int_t)parts.size));
	archive_read_free(archive);
	buffer_release(&packed);
}
