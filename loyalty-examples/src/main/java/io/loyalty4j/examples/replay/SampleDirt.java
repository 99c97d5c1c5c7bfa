package io.loyalty4j.examples.replay;

import java.util.ArrayList;
import java.util.List;

/** Lines as they should not be, of every kind that {@link SkipReason} knows, strewn evenly over the lines of the sample. */
final class SampleDirt {
    private static final List<String> LINES = List.of(
            "900001,21001,CLEANSING BALM,2,2018-09-14 10:15:00",
            "900002,21001,CLEANSING BALM,2,2018-09-20 10:15:00,18.00,12004.0,United Kingdom,paid",
            "900003,21001,CLEANSING BALM,two,2018-10-02 11:00:00,18.00,12004.0,United Kingdom",
            "900004,26001,\"BODY OIL, PER ML\",12.5,2018-10-09 15:20:00,0.125,12007.0,France",
            "900005,22010,MASCARA,1,2019-02-30 09:00:00,15.95,12011.0,United Kingdom",
            "900006,22010,MASCARA,1,14/03/2019 09:00,15.95,12011.0,United Kingdom",
            "900007,24001,SHAMPOO,3,2019-04-01 12:00:00,\"9,25\",12015.0,Germany",
            "900008,24001,SHAMPOO,3,2019-04-02 12:00:00,,12015.0,Germany",
            ",25001,HAND SOAP,6,2019-05-17 16:45:00,4.95,12019.0,United Kingdom",
            "900010,,HAND SOAP,6,2019-05-18 16:45:00,4.95,12019.0,United Kingdom",
            "900011,22001A,\"LIPSTICK CORAL,1,2019-06-21 13:30:00,12.50,12020.0,United Kingdom",
            "900012,23001,EAU DE PARFUM 50 ML,1,2019-07-04 10:00:00,64.00,12 022,United Kingdom",
            "900013,B,Adjust bad debt,1,2019-08-12 14:50:00,-110.60,12023.0,United Kingdom",
            "900014,21004,EYE GEL,0,2019-09-30 18:00:00,16.75,12024.0,United Kingdom",
            "900015,21004,EYE GEL,-5,2019-10-11 18:00:00,16.75,12024.0,United Kingdom",
            "C900016,21004,EYE GEL,1,2019-11-02 18:05:00,16.75,12024.0,United Kingdom",
            "",
            "900018,25002,BATH SALT,12000000,2020-03-03 10:10:00,7.20,12030.0,United Kingdom",
            "900 019,25002,BATH SALT,2,2020-06-08 10:10:00,7.20,12030.0,United Kingdom",
            "900020,25002,check,-40,2020-09-01 08:00:00,0.00,,United Kingdom");

    private SampleDirt() {}

    static List<String> strewnOver(List<String> clean) {
        List<String> all = new ArrayList<>(clean);
        int distance = clean.size() / (LINES.size() + 1);
        for (int i = LINES.size() - 1; i >= 0; i--) {
            all.add((i + 1) * distance, LINES.get(i));
        }
        return all;
    }
}
