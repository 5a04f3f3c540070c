/* Any bytes as a table: rows that can be merged, or a problem. */
#include "import_check.h"

#include "../../src/import/table.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct import_in in = {
		.data = (const char *)data, .left = size, .fd = -1};
	struct import_out out = {.fd = -1, .text = BUFFER_INIT};

	table_read(&in, &out);
	check(out.text.len);
	check_rows(out.text.data, out.text.len);
	buffer_release(&out.text);
	return 0;
}
