/*
 * structure.h - what a text's sections and points are built in. structure.c
 * walks the top level, structure_section.c and structure_point.c hold what is
 * open and close it into the brief.
 */
#ifndef LECTERN_BRIEF_STRUCTURE_H
#define LECTERN_BRIEF_STRUCTURE_H

#include "internal.h"

/* A point being built. */
struct point_draft {
	struct point point;
	struct block_sink text, cues;
	VECTOR(struct point_part) parts;
	struct labels labels;
	bool has_labels; /* its first paragraph has been seen */
	bool is_open;
};

struct section_draft {
	struct section section;
	VECTOR(struct point) points;
	VECTOR(struct comment) comments;
	bool is_open;
};

/* A piece of the top level, or of a point: a node and the lines it has. */
struct piece {
	cmark_node *node;
	int first_line, last_line;
};

struct structure {
	struct parse *parse;
	VECTOR(struct section) sections;
	struct section_draft section;
	struct point_draft point;
	struct block_sink preface;
	VECTOR(struct piece) waiting; /* headings, and comments after them */
	bool numbered;		      /* this section has numbered points */
	bool told_outside;
};

#define structure_tell(st, severity, line, column, ...)                        \
	brief_report((st)->parse->rep, (severity), (line), (column),           \
		     __VA_ARGS__)

/* ---- pieces ---- */

/* The last line that is not blank. */
int structure_trim(const struct structure *st, int first_line, int last_line);
/* A node with its lines: to the next node's, or to the last line around it. */
struct piece structure_piece(const struct structure *st, cmark_node *node,
			     int last_line);
int structure_column(const struct structure *st, const struct piece *piece);
void structure_extent(const struct structure *st, struct extent *extent,
		      int first_line, int last_line);

/* ---- points ---- */

const struct block *point_copy_blocks(struct structure *st,
				      struct block_sink *sink, size_t *count);
void structure_open_point(struct structure *st, const struct piece *piece,
			  int number, bool numbered);
void structure_close_point(struct structure *st);
/* One block-level node goes to the open point. */
void point_add(struct structure *st, const struct piece *piece);
/* What waited goes to the open point. */
void structure_use_waiting(struct structure *st);
/* Of a point that has none of its own: 0 the chapeau, or by count. */
int structure_next_number(const struct structure *st);
/* Is it a list of numbered points? */
bool structure_is_points(cmark_node *node);

/* ---- sections ---- */

void structure_open_section(struct structure *st, const struct piece *piece);
void structure_close_section(struct structure *st, int last_line);
void structure_read_heading(struct structure *st, const struct piece *piece,
			    enum labels_of of, struct block *out,
			    struct labels *labels);
/* Say which ids occur twice. */
void structure_check_ids(struct structure *st);

#endif
