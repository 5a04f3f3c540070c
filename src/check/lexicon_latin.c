/* Words with a meaning in English, French and Spanish. */
#include "lexicon.h"

const struct lexicon_row lexicon_english[] = {
	{MEANS_BOTH, 1, 1, "one/once"},
	{MEANS_BOTH, 2, 0, "both/twice/double/pair/couple/twofold/bilateral"},
	{MEANS_BOTH, 3, 0, "thrice/triple/threefold/trilateral"},
	{MEANS_BOTH, 12, 0, "dozen/dozens"},
	{MEANS_CARDINAL, 2, 1,
	 "two three four five six seven eight nine ten eleven twelve thirteen "
	 "fourteen fifteen sixteen seventeen eighteen nineteen twenty"},
	{MEANS_CARDINAL, 30, 10,
	 "thirty forty/fourty fifty sixty seventy eighty ninety"},
	{MEANS_SCALE, 2, 1, "hundred/hundreds thousand/thousands"},
	{MEANS_SCALE, 6, 3,
	 "million/millions/mln billion/billions/bln "
	 "trillion/trillions"},
	{MEANS_ORDINAL, 1, 1,
	 "first/firstly second/secondly third/thirdly fourth/fourthly "
	 "fifth/fifthly sixth seventh eighth ninth tenth eleventh twelfth "
	 "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
	 "nineteenth twentieth"},
	{MEANS_ORDINAL, 30, 10,
	 "thirtieth fortieth fiftieth sixtieth seventieth eightieth "
	 "ninetieth hundredth"},
	{MEANS_MONTH, 1, 1, "january/jan february/feb"},
	{MEANS_MAY, 3, 1, "march/mar"},
	{MEANS_MONTH, 4, 1, "april/apr"},
	{MEANS_MAY, 5, 1, "may"},
	{MEANS_MONTH, 6, 1,
	 "june/jun july/jul august/aug september/sept/sep october/oct "
	 "november/nov december/dec"},
	{MEANS_PERCENT, 0, 0, "percent/percentage/pct"},
	{MEANS_YEAR, 0, 0, "year/years"},
	{MEANS_THIS, 0, 0, "this/current"},
	{MEANS_OF, 0, 0, "of/the"},
	{MEANS_IN, 0, 0, "in"},
	{MEANS_AND, 0, 0, "and/to/or"},
	{MEANS_MORNING, 0, 0, "am"},
	{MEANS_AFTERNOON, 0, 0, "pm"},
	{MEANS_CENTURY, 0, 0, "century/centuries"},
	{MEANS_NOTHING, 0, 0, NULL},
};

const struct lexicon_row lexicon_french[] = {
	{MEANS_BOTH, 1, 1, "un/une"},
	{MEANS_BOTH, 2, 0, "double/doubler/bilatéral/bilatérale/bilatéraux"},
	{MEANS_BOTH, 3, 0, "triple/trilatéral/trilatérale"},
	{MEANS_BOTH, 9, 0, "neuf"},
	{MEANS_BOTH, 12, 0, "douzaine"},
	{MEANS_BOTH, 10, 10,
	 "dizaine/dizaines vingtaine trentaine "
	 "quarantaine cinquantaine soixantaine"},
	{MEANS_CARDINAL, 2, 1,
	 "deux trois quatre cinq six sept huit - dix onze douze treize "
	 "quatorze quinze seize"},
	{MEANS_CARDINAL, 20, 10,
	 "vingt/vingts trente quarante cinquante soixante septante "
	 "octante/huitante nonante"},
	{MEANS_SCALE, 2, 1,
	 "cent/cents/centaine/centaines "
	 "mille/millier/milliers"},
	{MEANS_SCALE, 6, 3, "million/millions milliard/milliards"},
	{MEANS_ORDINAL, 1, 1,
	 "premier/première/premiers/premières/premièrement "
	 "deuxième/deuxièmes/second/seconde/deuxièmement "
	 "troisième/troisièmes/troisièmement quatrième cinquième sixième "
	 "septième huitième neuvième dixième onzième douzième treizième "
	 "quatorzième quinzième seizième"},
	{MEANS_ORDINAL, 20, 10,
	 "vingtième trentième quarantième cinquantième soixantième"},
	{MEANS_MONTH, 1, 1,
	 "janvier/janv février/fevrier/févr mars avril/avr mai juin "
	 "juillet/juil août/aout septembre/sept octobre/oct novembre/nov "
	 "décembre/decembre/déc"},
	{MEANS_PERCENT, 0, 0, "pourcent/pourcentage"},
	{MEANS_YEAR, 0, 0, "année/années/an/ans"},
	{MEANS_THIS, 0, 0, "cette/courant/courante"},
	{MEANS_OF, 0, 0, "de/du/d/le/la/l/des"},
	{MEANS_IN, 0, 0, "en"},
	{MEANS_AND, 0, 0, "et/au/à/ou"},
	{MEANS_CENTURY, 0, 0, "siècle/siècles"},
	{MEANS_NOTHING, 0, 0, NULL},
};

const struct lexicon_row lexicon_spanish[] = {
	{MEANS_BOTH, 1, 1, "uno/una/un"},
	{MEANS_BOTH, 2, 0,
	 "ambos/ambas/doble/dobles/par/bilateral/bilaterales"},
	{MEANS_BOTH, 3, 0, "triple/trilateral"},
	{MEANS_BOTH, 10, 2, "decena/decenas docena/docenas"},
	{MEANS_CARDINAL, 2, 1,
	 "dos tres cuatro cinco seis siete ocho nueve diez once doce trece "
	 "catorce quince dieciséis/dieciseis diecisiete dieciocho diecinueve "
	 "veinte veintiuno/veintiún/veintiuna veintidós/veintidos "
	 "veintitrés/veintitres veinticuatro veinticinco "
	 "veintiséis/veintiseis veintisiete veintiocho veintinueve"},
	{MEANS_CARDINAL, 30, 10,
	 "treinta cuarenta cincuenta sesenta setenta ochenta noventa"},
	{MEANS_CARDINAL, 200, 100,
	 "doscientos/doscientas trescientos/trescientas "
	 "cuatrocientos/cuatrocientas quinientos/quinientas "
	 "seiscientos/seiscientas setecientos/setecientas "
	 "ochocientos/ochocientas novecientos/novecientas"},
	{MEANS_SCALE, 2, 1,
	 "cien/ciento/centenar/centenares "
	 "mil/miles/millar/millares"},
	{MEANS_SCALE, 6, 3, "millón/millones/millon"},
	{MEANS_ORDINAL, 1, 1,
	 "primer/primero/primera/primeros/primeras "
	 "segundo/segunda/segundos/segundas "
	 "tercer/tercero/tercera/terceros/terceras cuarto/cuarta "
	 "quinto/quinta sexto/sexta séptimo/séptima octavo/octava "
	 "noveno/novena décimo/décima undécimo/undécima duodécimo/duodécima"},
	{MEANS_ORDINAL, 20, 10, "vigésimo/vigésima trigésimo/trigésima"},
	{MEANS_MONTH, 1, 1,
	 "enero febrero marzo abril mayo junio julio agosto "
	 "septiembre/setiembre octubre noviembre diciembre"},
	{MEANS_PERCENT, 0, 0, "porciento/porcentaje"},
	{MEANS_YEAR, 0, 0, "año/años"},
	{MEANS_THIS, 0, 0, "este/presente/corriente"},
	{MEANS_OF, 0, 0, "de/del/el/la"},
	{MEANS_IN, 0, 0, "en"},
	{MEANS_AND, 0, 0, "y/al/a/e/o"},
	{MEANS_CENTURY, 0, 0, "siglo/siglos"},
	{MEANS_NOTHING, 0, 0, NULL},
};
