unit_tests += \
	tests/unit/test_index \
	tests/unit/test_library \
	tests/unit/test_library_catalogue \
	tests/unit/test_nearest \
	tests/unit/test_store \
	tests/unit/test_store_cites \
	tests/unit/test_store_faults \
	tests/unit/test_store_file \
	tests/unit/test_store_schema \
	tests/unit/test_store_shared

# What these tests share.
box_sources = tests/unit/box.c tests/unit/box.h
sample_sources = tests/unit/sample.c tests/unit/sample.h
index_box_sources = tests/unit/index_box.c tests/unit/index_box.h \
	$(box_sources) $(sample_sources)
dump_sources = tests/unit/store_dump.c tests/unit/store_dump.h
fault_sources = tests/unit/fault_vfs.c tests/unit/fault_vfs.h

tests_unit_test_index_SOURCES = tests/unit/test_index.c \
	$(box_sources) $(dump_sources)
tests_unit_test_library_SOURCES = tests/unit/test_library.c $(box_sources)
tests_unit_test_library_catalogue_SOURCES = \
	tests/unit/test_library_catalogue.c $(box_sources)
tests_unit_test_store_SOURCES = tests/unit/test_store.c \
	$(box_sources) $(sample_sources)
tests_unit_test_store_file_SOURCES = tests/unit/test_store_file.c \
	$(index_box_sources) $(dump_sources)
tests_unit_test_store_faults_SOURCES = tests/unit/test_store_faults.c \
	$(box_sources) $(dump_sources) $(fault_sources) $(sample_sources)
tests_unit_test_store_schema_SOURCES = tests/unit/test_store_schema.c \
	$(index_box_sources) $(dump_sources)
tests_unit_test_store_shared_SOURCES = tests/unit/test_store_shared.c \
	$(index_box_sources) $(dump_sources)
