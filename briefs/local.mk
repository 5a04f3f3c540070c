# The sample library: the brief of the CICA Special Working Group of 27 May
# 2021, and a fictional meeting that shows the rest of the format.
sampledir = $(pkgdatadir)/briefs
nobase_sample_files = \
	briefs/terms.tsv \
	briefs/cica-swg-2021-05-27/meeting.yaml \
	briefs/cica-swg-2021-05-27/en.md \
	briefs/cica-swg-2021-05-27/ru.md \
	briefs/cica-swg-2021-05-27/kk.md \
	briefs/training-2021-09-06/meeting.yaml \
	briefs/training-2021-09-06/en.md \
	briefs/training-2021-09-06/fr.md \
	briefs/training-2021-09-06/es.md
EXTRA_DIST += $(nobase_sample_files)
