/*
 * state.h - what the recogniser knows while it walks through a sentence.
 *
 * Numbers, symbols and names are gathered as entries while nothing but small
 * words, dates and bodies stands between them; so the body or noun that
 * follows a number ("1540 of the Security Council", 75/240 қарары) still
 * reaches it. The first word that means nothing settles all entries.
 */
#ifndef LECTERN_CITE_STATE_H
#define LECTERN_CITE_STATE_H

#include "lectern/cite.h"

#include "lexer.h"
#include "number.h"
#include "when.h"

#define CITE_ENTRIES_MAX 32

struct cite_entry {
	enum cite_kind kind; /* CITE_NUMBER, CITE_SYMBOL or CITE_NAME */
	size_t start, end;
	struct cite_number number;
	struct cite_symbol symbol;
	const char *name;

	enum cite_noun noun;
	enum cite_body body; /* said beside it */
	enum cite_body soft; /* the only one named in the sentence, or none */
	bool is_tight;	     /* only small words between noun and number */
	bool is_plural;
	bool is_after;	     /* the noun follows it */
	bool is_local;	     /* a noun that national acts share (қаулы) */
	bool has_sign;	     /* № */
	bool has_filler;     /* "resolution of 2004" */
	bool has_suffix;     /* 号 */
	bool is_listed;	     /* a comma or "and" stands before it */
	bool is_joined;	     /* "and" does */
	bool is_followed;    /* a comma or "and" stands after it */
	bool is_first;	     /* nothing stands between it and its noun */
	bool is_alone;	     /* nothing else in its parentheses */
	bool is_united;	     /* the United Nations are named */
	bool is_assumed;     /* typed as a citation, not found in text */
	bool is_year_listed; /* an earlier 2022/15 of the same list */
	enum cite_shape before; /* of the number before it in the list */

	struct date date;
	int year; /* 0 where not known */
	struct cite_part title, paragraph;
};

struct cite_state {
	struct cite_lexer lexer;
	struct citations *out;
	size_t count; /* of entries */

	enum cite_noun noun; /* CITE_NO_NOUN: none is in force */
	unsigned noun_flags;
	enum cite_body noun_body;
	size_t noun_end, reach; /* the noun holds until a gap from 'reach' */
	bool is_assumed;
	enum cite_shape before;
	bool is_year_listed;

	enum cite_body body; /* named, and nothing but small words since */
	bool is_fresh;	     /* the body: no number since */
	enum cite_body soft;
	bool is_mixed; /* more than one body in the sentence */
	bool is_united;

	bool is_chained; /* no strange word since the noun */
	bool is_tight;	 /* … since the last entry */
	bool has_filler, has_sign, is_listed, has_own, has_year_word;
	bool is_joined, has_dated; /* "and", a date since the noun */
	bool was_year;		   /* what came last was a year */
	bool is_closed; /* a parenthesis closed since the last entry */

	struct cite_when when; /* a date before its number; year 0: none */
	struct cite_part paragraph, title; /* before their number, too */
	size_t entitles_end;		   /* of the last 题为 */
	enum cite_kind last; /* of the entry last settled in the sentence */
	bool in_title;
	size_t title_start, title_entry;

	/* Last, and not cleared at the start: it is large. */
	struct cite_entry entries[CITE_ENTRIES_MAX];
};

#define CITE_TITLE_BYTES 600 /* a title being quoted is no longer */

/* Settle the entries: what is cited goes to the list. */
void cite_state_settle(struct cite_state *state);

/* The sentence ends. */
void cite_state_reset(struct cite_state *state);

/* A strange word: settles, and what was beside it is no longer beside. */
void cite_state_loosen(struct cite_state *state);

/* A new entry; its context is the state's. */
struct cite_entry *cite_state_add(struct cite_state *state, enum cite_kind kind,
				  size_t start, size_t end);

/* The newest entry not yet settled, or NULL. */
struct cite_entry *cite_state_last(struct cite_state *state);

/* A word for a paragraph, a quotation mark: what it is goes to its entry. */
void cite_quoted_paragraph(struct cite_state *state,
			   const struct cite_token *token);
void cite_quoted_title(struct cite_state *state,
		       const struct cite_token *token);

/* Nothing else stands in the parentheses around the span. */
bool cite_state_is_alone(const struct cite_text *text, size_t start,
			 size_t end);

/* All tokens to the end of the text. */
void cite_state_run(struct cite_state *state);

/* The document's normal form, without the letter of a part; false where
 * nothing is cited. *is_partial: without year or session. */
bool cite_decide(const struct cite_entry *entry, char form[CITE_SYMBOL_MAX],
		 bool *is_partial);

/* Add what an entry cites, one citation for each part and never the same
 * document twice for "74/50 (A/RES/74/50)". */
void cite_emit(struct cite_state *state, const struct cite_entry *entry);

#endif
