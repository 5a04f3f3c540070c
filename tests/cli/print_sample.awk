# Makes a meeting of POINTS points in seven languages for the tests of print:
#	awk -v folder=FOLDER -v points=N -f print_sample.awk
# Every sentence holds a mark of its own, such as q12s2: by these a test knows
# that none is missing, twice, out of order or on two pages.
function words(language, list,    i) {
	count[language] = split(list, parts, /[|]/)
	for (i = 1; i <= count[language]; i++)
		sentence[language, i] = parts[i]
}
function section_name(language, number) {
	return heading[language] " " number " {#s" number "}"
}
BEGIN {
	languages = "en ru kk fr es ar zh"
	heading["en"] = "Paragraph"
	heading["ru"] = "Пункт"
	heading["kk"] = "Тармақ"
	heading["fr"] = "Paragraphe"
	heading["es"] = "Párrafo"
	heading["ar"] = "الفقرة"
	heading["zh"] = "段"
	words("en", "The text of @ was agreed by Mr. Smith and others on 27 May 2021, see No. 5 of it.|We support @, i.e. the whole of it.|Is @ not enough?")
	words("ru", "Текст @ согласован 27 мая 2021 г. и не требует изменений, см. № 5.|Поддерживаем @, т.е. весь пункт целиком.|Разве @ недостаточно?")
	words("kk", "@ мәтіні 2021 ж. 27 мамырда келісілді және өзгеріс керек емес, № 5 қараңыз.|Біз @ тармағын толық қолдаймыз.|Бұл @ жеткіліксіз бе?")
	words("fr", "Le texte @ a été accepté par M. Dupont et les autres le 27 mai 2021, voir n° 5.|Nous appuyons @, sans réserve.|Faut-il plus que @ ?")
	words("es", "El texto @ fue aceptado por el Sr. Ruiz y los demás el 27 de mayo de 2021, véase núm. 5.|Apoyamos @, sin reservas.|¿No basta @?")
	words("ar", "اتفقت الوفود على النص @ في 27 أيار/مايو 2021 دون أي تعديل، انظر رقم 5.|نحن نؤيد @ تأييدا كاملا.|هل يكفي @ وحده؟")
	words("zh", "各代表团已于2021年5月27日就 @ 的案文达成一致，见第5号，无需进一步修改。|我们完全支持 @ 。|难道 @ 还不够吗？")
	total = split(languages, tags, " ")
	file = folder "/meeting.yaml"
	print "title: Sample\nshort: Sample\ndate: 2021-05-27" >file
	print "languages: [en, ru, kk, fr, es, ar, zh]" >file
	print "classification: SAMPLE" >file
	close(file)
	for (l = 1; l <= total; l++) {
		tag = tags[l]
		file = folder "/" tag ".md"
		print "# " heading[tag] " 1-" int((points + 9) / 10) "\n" >file
		for (i = 1; i <= points; i++) {
			if (i % 10 == 1)
				print "## " section_name(tag, int(i / 10) + 1) \
					"\n" >file
			line = (i - 1) % 10 + 1 "."
			for (k = 1; k <= 1 + i % 5; k++) {
				text = sentence[tag, (k - 1) % count[tag] + 1]
				gsub(/@/, "q" i "s" k, text)
				if (k == 2 && i % 3 == 0)
					text = "**" text "**"
				line = line (tag == "zh" && k > 1 ? "" : " ") \
					text
			}
			print line "\n" >file
		}
		close(file)
	}
}
