liblectern_a_SOURCES += \
	src/check/check.c \
	src/check/cite_facts.c \
	src/check/cite_form.c \
	src/check/cites.c \
	src/check/dates.c \
	src/check/desk.c \
	src/check/emphasis.c \
	src/check/internal.h \
	src/check/leftover.c \
	src/check/letters.c \
	src/check/lexicon.c src/check/lexicon.h \
	src/check/lexicon_cyrillic.c \
	src/check/lexicon_latin.c \
	src/check/lexicon_other.c \
	src/check/number_words.c \
	src/check/numbers.c src/check/numbers.h \
	src/check/once.c \
	src/check/pairing.c \
	src/check/past.c \
	src/check/phrase_rows.c \
	src/check/phrases.c \
	src/check/place.c \
	src/check/quote_rules.c \
	src/check/quotes.c \
	src/check/report.c \
	src/check/scan.c src/check/scan.h \
	src/check/sentences.c \
	src/check/side.c \
	src/check/signature.c \
	src/check/spaces.c \
	src/check/stale.c \
	src/check/stale_before.c \
	src/check/stale_git.c \
	src/check/stale_parts.h \
	src/check/suppress.c \
	src/check/term_match.c \
	src/check/term_rules.c \
	src/check/time.c \
	src/check/values.c
