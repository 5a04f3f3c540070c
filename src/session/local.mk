liblectern_a_SOURCES += \
	src/session/floor_clock.c \
	src/session/follow.c \
	src/session/minutes.c \
	src/session/minutes_choose.c \
	src/session/printed.c \
	src/session/record.c \
	src/session/record_fold.c \
	src/session/record_log.c \
	src/session/session.c
