# Tests of files share a scratch folder; those of failures put themselves
# between the library and the system by the linker's --wrap.
unit_tests += \
	tests/unit/test_arena \
	tests/unit/test_buffer \
	tests/unit/test_config \
	tests/unit/test_date \
	tests/unit/test_diagnostic \
	tests/unit/test_memory \
	tests/unit/test_option \
	tests/unit/test_path \
	tests/unit/test_read \
	tests/unit/test_save \
	tests/unit/test_save_faults \
	tests/unit/test_save_full \
	tests/unit/test_save_kill \
	tests/unit/test_save_rights \
	tests/unit/test_spawn \
	tests/unit/test_spawn_task \
	tests/unit/test_utf8 \
	tests/unit/test_vector \
	tests/unit/test_worddiff

scratch_sources = tests/unit/scratch.c tests/unit/scratch.h

tests_unit_test_config_SOURCES = tests/unit/test_config.c $(scratch_sources)
tests_unit_test_memory_SOURCES = tests/unit/test_memory.c $(scratch_sources)
tests_unit_test_memory_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--wrap=calloc -Wl,--wrap=realloc
tests_unit_test_option_SOURCES = tests/unit/test_option.c $(scratch_sources)
tests_unit_test_path_SOURCES = tests/unit/test_path.c $(scratch_sources)
tests_unit_test_read_SOURCES = tests/unit/test_read.c $(scratch_sources)
tests_unit_test_save_SOURCES = tests/unit/test_save.c $(scratch_sources)
tests_unit_test_save_faults_SOURCES = tests/unit/test_save_faults.c \
	$(scratch_sources)
tests_unit_test_save_faults_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--wrap=open -Wl,--wrap=openat -Wl,--wrap=read -Wl,--wrap=write \
	-Wl,--wrap=fstat -Wl,--wrap=fstatat -Wl,--wrap=fchmod \
	-Wl,--wrap=fsync -Wl,--wrap=close -Wl,--wrap=flock \
	-Wl,--wrap=renameat -Wl,--wrap=nanosleep
tests_unit_test_spawn_task_SOURCES = tests/unit/test_spawn_task.c \
	$(scratch_sources)
tests_unit_test_spawn_SOURCES = tests/unit/test_spawn.c $(scratch_sources)
tests_unit_test_save_full_SOURCES = tests/unit/test_save_full.c \
	$(scratch_sources)
tests_unit_test_save_kill_SOURCES = tests/unit/test_save_kill.c \
	$(scratch_sources)
tests_unit_test_save_rights_SOURCES = tests/unit/test_save_rights.c \
	$(scratch_sources)
