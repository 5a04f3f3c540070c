liblectern_a_SOURCES += \
	src/search/ask.c \
	src/search/match.c \
	src/search/query.c \
	src/search/search.c \
	src/search/search_local.h \
	src/search/snippet.c
