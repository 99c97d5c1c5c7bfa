package io.loyalty4j.examples.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static List<Trial> trials = List.of();
    private static String text = "";
    private static Document page = new Document("");

    @BeforeAll
    static void compare() {
        trials = Tried.onTheSample(Plans.today(), Plans.byTier());
        text = Page.of(Report.of("sample", trials));
        page = Tried.page(trials);
    }

    @Nested
    class AsAPage {
        @Test
        void isWellFormed() {
            Parser parser = Parser.htmlParser().setTrackErrors(10);

            parser.parseInput(text, "");

            assertThat(parser.getErrors()).isEmpty();
            assertThat(text).doesNotContain("{{");
        }

        @Test
        void asksForNothingFromElsewhereAndRunsNoScript() {
            assertThat(page.select("script, iframe, img, object, embed, [src]")).isEmpty();
            assertThat(page.select("[href]").eachAttr("href"))
                    .allMatch(link -> link.startsWith("#") || link.equals("data:,"));
            assertThat(text).doesNotContain("http:").doesNotContain("https:").doesNotContain("@import");
        }

        @Test
        void hasOneHeadingLandmarksAndALanguage() {
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("header, nav[aria-label], main")).hasSize(3);
            assertThat(page.selectFirst("html[lang=en]")).isNotNull();
            assertThat(page.title()).isEqualTo("What if: by-tier instead of today");
        }

        @Test
        void namesEveryTableAndItsRowsAndColumns() {
            assertThat(page.select("table")).hasSizeGreaterThan(15).allSatisfy(table -> {
                assertThat(table.select("caption").eachText())
                        .singleElement()
                        .asString()
                        .isNotBlank();
                assertThat(table.select("thead th"))
                        .allMatch(head -> head.attr("scope").equals("col"));
                assertThat(table.select("tbody tr, tfoot tr"))
                        .allMatch(row -> row.select("th[scope=row]").size() == 1);
                int columns = table.select("thead th").size();
                assertThat(table.select("tbody tr"))
                        .allMatch(row -> row.childrenSize() <= columns && row.childrenSize() > 1);
            });
        }

        @Test
        void namesAndDescribesEveryDrawing() {
            assertThat(page.select("svg[role=img]")).hasSizeGreaterThan(12).allSatisfy(drawing -> {
                for (String id : drawing.attr("aria-labelledby").split(" ", -1)) {
                    Element label = page.getElementById(id);
                    assertThat(label).isNotNull();
                    assertThat(label.wholeText()).isNotBlank();
                }
            });
        }

        @Test
        void hasFiguresInATableBeneathEachDrawing() {
            assertThat(page.select(".figure:has(svg)"))
                    .isNotEmpty()
                    .allSatisfy(figure -> assertThat(figure.select("tbody td")).isNotEmpty());
        }

        @Test
        void hasOneStopForKeysInEachFigure() {
            assertThat(page.select(".figure")).isNotEmpty().allSatisfy(figure -> {
                assertThat(figure.select("[tabindex]")).hasSize(1);
                assertThat(figure.select("[tabindex][role=region][aria-label]")).hasSize(1);
            });
        }

        @Test
        void givesNoIdTwiceAndLeadsNowhereThatIsNot() {
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
            assertThat(page.select("a[href^=#]"))
                    .allMatch(link -> page.getElementById(link.attr("href").substring(1)) != null);
        }
    }

    @Nested
    class AboutRates {
        @Test
        void saysWhatWasRedeemedOfThePointsWhoseFateIsKnown() {
            Fate fate = Fate.of(trials.get(0));

            assertThat(fate.redeemedOfEnded().orElseThrow()).isBetween(new BigDecimal("50"), new BigDecimal("69.99"));
            assertThat(page.select("#liability > p").text())
                    .contains(
                            "Under today, " + fate.redeemedOfEnded().orElseThrow()
                                    + " % of the points that were redeemed or expired were redeemed, while liability and cost take 80 % (--redemption).");
            assertThat(Tried.cells(page, "What they came to"))
                    .anySatisfy(row -> assertThat(row)
                            .first()
                            .isEqualTo(fate.redeemedOfEnded().orElseThrow() + " %"))
                    .anySatisfy(row -> assertThat(row).containsExactly("80 %", "80 %"));
        }

        @Test
        void ratesAreOfPointsKept() {
            Fate fate = new Fate(200, 50, 100);

            assertThat(fate.redeemedOfGiven().orElseThrow()).isEqualByComparingTo("25");
            assertThat(fate.expiredOfGiven().orElseThrow()).isEqualByComparingTo("50");
            assertThat(fate.redeemedOfEnded().orElseThrow()).isEqualByComparingTo("33.33");
            assertThat(new Fate(0, 0, 0).redeemedOfEnded()).isEmpty();
            assertThat(new Fate(-5, 0, 5).expiredOfGiven()).isEmpty();
        }

        @Test
        void tellWhatIsOwedAndTakenOff() {
            List<Trial> owing = Tried.on(
                    Tried.written(
                            "1,a,x,1,2010-12-01 10:00:00,600.00,7,UK",
                            "2,b,x,1,2010-12-02 10:00:00,20.00,7,UK",
                            "C3,a,x,-1,2010-12-03 10:00:00,600.00,7,UK",
                            "4,b,x,1,2010-12-04 10:00:00,900.00,8,UK"),
                    Plans.today(),
                    Plans.noNovember());
            Document told = Tried.page(owing);
            long debt = owing.get(0).last().ageing().debt();

            assertThat(debt).isPositive();
            assertThat(owing.get(0).last().ageing().outstanding().total() - debt)
                    .isEqualTo(owing.get(0).last().closing());
            assertThat(Tried.cells(told, "Points that members owe")).containsExactly(List.of(debt + "", debt + ""));
            assertThat(Tried.cells(page, "Points that members owe")).isEmpty();
        }
    }

    @Nested
    class AboutMembers {
        @Test
        void countsEachMemberOnce() {
            Gains gains = Gains.of(trials).get(0);
            long steps = Tried.cells(page, "Members by what they gain under by-tier, GBP").stream()
                    .mapToLong(row -> Long.parseLong(row.get(0)))
                    .sum();

            assertThat(steps).isEqualTo(30).isEqualTo(gains.count(1) + gains.count(-1) + gains.count(0));
            assertThat(gains.members()).hasSize(30);
        }

        @Test
        void meansTheSameByGivenOfMembersTiersRulesAndFinance() {
            for (Trial trial : trials) {
                long given = trial.all().flows().given();

                assertThat(sum(trial.read(Given::byMember))).isEqualTo(given);
                assertThat(TierSales.sum(TierSales.of(trial)).points()).isEqualTo(given);
                assertThat(sum(RuleCost.points(trial))).isEqualTo(given);
                assertThat(Fate.of(trial).given()).isEqualTo(given);
            }
        }

        private static long sum(Map<?, Long> points) {
            return points.values().stream().mapToLong(Long::longValue).sum();
        }

        @Test
        void listsWhoGainsAndLosesMostInThatOrder() {
            Gains gains = Gains.of(trials).get(0);

            assertThat(gains.most(-1, 10))
                    .hasSize(10)
                    .isSortedAccordingTo((a, b) -> a.amount().compareTo(b.amount()));
            assertThat(gains.most(1, 10)).allMatch(gain -> gain.amount().signum() > 0);
            assertThat(Tried.cells(page, "Who loses most under by-tier")).hasSize(10);
        }

        @Test
        void putsEachOrderUnderTheTierBeforeIt() {
            List<TierSales> tiers = TierSales.of(Tried.on(
                            Tried.written(
                                    "1,a,x,4,2010-12-01 10:00:00,100.00,7,UK",
                                    "2,a,x,1,2010-12-02 10:00:00,50.00,7,UK",
                                    "C3,a,x,-1,2010-12-03 10:00:00,100.00,7,UK"),
                            Plans.today())
                    .get(0));

            assertThat(tiers).extracting(TierSales::tier).containsExactly("BRONZE", "SILVER", "GOLD");
            assertThat(tiers).extracting(TierSales::orders).containsExactly(1L, 1L, 0L);
            assertThat(tiers)
                    .extracting(tier -> tier.sales().amount().toPlainString())
                    .containsExactly("300.00", "50.00", "0.00");
            assertThat(tiers.get(1).points()).isEqualTo(50);
            assertThat(tiers.get(1).percent().orElseThrow()).isEqualByComparingTo("1.6");
        }

        @Test
        void hasEachMemberInOneTier() {
            TierMonths months = TierMonths.of(trials.get(1));

            assertThat(months.members().get(months.members().lastKey()).values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(30);
        }
    }

    @Nested
    class OfOneProgramTwice {
        @Test
        void differsInNothing() {
            Plan today = Plans.today();
            List<Trial> twice = Tried.onTheSample(today, new Plan("again", today.words(), today.program()));
            Document same = Tried.page(twice);
            Gains gains = Gains.of(twice).get(0);

            assertThat(gains.count(0)).isEqualTo(gains.members().size()).isEqualTo(30);
            for (String heading : List.of(
                    "Points issued",
                    "Points outstanding",
                    "Liability, GBP",
                    "Members in SILVER",
                    "Cost of points in percent of sales")) {
                assertThat(Tried.cells(same, heading))
                        .as(heading)
                        .isNotEmpty()
                        .allMatch(row -> row.get(0).equals(row.get(1)));
            }
        }
    }

    @Nested
    class OfWhatOthersWrote {
        @Test
        void escapesAllOfIt() {
            Plan today = Plans.today();
            Plan other = new Plan(
                    "<i>\"x\" & 'y'",
                    "<script>alert(1)</script>",
                    Plans.byTier().program());
            List<Trial> odd = Tried.on(
                    Tried.written(
                            "1,a,x,1,2010-12-01 10:00:00,100.00,<b>7</b>,UK",
                            "2,a,x,1,2011-01-01 10:00:00,600.00,<b>7</b>,UK"),
                    today,
                    other);

            Document escaped = Tried.page(odd);

            assertThat(odd.get(0).history().invoices()).hasSize(2);
            assertThat(escaped.select("b, i, script")).isEmpty();
            assertThat(escaped.select("h1").text()).isEqualTo("What if: <i>\"x\" & 'y' instead of today");
            assertThat(escaped.select("svg text").eachText()).contains("<i>\"x\" & 'y'");
            assertThat(escaped.text()).contains("<script>alert(1)</script>").contains("<b>7</b>");
        }
    }
}
