liblectern_a_SOURCES += \
	src/cite/catalogue.c src/cite/catalogue_parts.h \
	src/cite/catalogue_facts.c \
	src/cite/catalogue_nearest.c \
	src/cite/catalogue_read.c \
	src/cite/chars.c src/cite/chars.h \
	src/cite/cue.c src/cite/cue.h \
	src/cite/cues_asian.c \
	src/cite/cues_cyrillic.c \
	src/cite/cues_latin.c \
	src/cite/decide.c \
	src/cite/emit.c \
	src/cite/find.c \
	src/cite/find_date.c \
	src/cite/follow.c \
	src/cite/instrument_links.c \
	src/cite/instrument_relatives.c \
	src/cite/letters.c \
	src/cite/lexer.c src/cite/lexer.h \
	src/cite/name_match.c src/cite/name_match.h \
	src/cite/names.c src/cite/names.h \
	src/cite/number.c src/cite/number.h \
	src/cite/quoted.c \
	src/cite/session.c \
	src/cite/skip.c \
	src/cite/state.c src/cite/state.h \
	src/cite/symbol.c src/cite/symbol.h \
	src/cite/symbol_volume.c \
	src/cite/walk.c \
	src/cite/when.c src/cite/when.h
