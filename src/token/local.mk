liblectern_a_SOURCES += \
	src/token/fold.c \
	src/token/token.c \
	src/token/token_local.h
