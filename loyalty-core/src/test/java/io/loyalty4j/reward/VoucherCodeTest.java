package io.loyalty4j.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.TypedCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Codes that nobody can guess, that people can type, and that only the key's owner can make. */
class VoucherCodeTest {
    private static final MemberId ANA = MemberId.of("ana");
    private static final VoucherKey KEY = key(1);

    private static VoucherKey key(int fill) {
        byte[] secret = new byte[VoucherKey.LEAST_BYTES];
        Arrays.fill(secret, (byte) fill);
        return VoucherKey.of(secret);
    }

    private static String compact(VoucherCode code) {
        return code.text().replace("-", "");
    }

    @Nested
    class AText {
        private final VoucherCode code =
                VoucherCode.of(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});

        @Test
        void isCrockfordsBase32WithItsCheckCharacterInGroups() {
            assertThat(code.text()).isEqualTo("0004-1061-050R-3GG2-8A1C-60T3-GF6");
        }

        @Test
        void isWellFormedHoweverItIsTyped() {
            String text = code.text();
            assertThat(List.of(
                            text,
                            text.toLowerCase(Locale.ROOT),
                            text.replace("-", ""),
                            text.replace("-", " "),
                            text.replace('-', '\u2013'),
                            text.replace("0", "O"),
                            text.replace("0", "o").replace("1", "l"),
                            text.replace("1", "I"),
                            "  " + text + "\t"))
                    .allSatisfy(typed -> {
                        assertThat(VoucherCode.wellFormed(typed)).as(typed).isTrue();
                        assertThat(TypedCode.hash(typed)).as(typed).isEqualTo(code.hash());
                    });
        }

        @Test
        void withAWrongLetterOrTwoSwappedIsNotWellFormedAndHasAnotherHash() {
            String letters = compact(code);
            for (int i = 0; i < letters.length(); i++) {
                for (char other : "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U".toCharArray()) {
                    String wrong = letters.substring(0, i) + other + letters.substring(i + 1);
                    assertThat(VoucherCode.wellFormed(wrong)).as(wrong).isEqualTo(wrong.equals(letters));
                    assertThat(TypedCode.hash(wrong).equals(code.hash())).isEqualTo(wrong.equals(letters));
                }
                if (i > 0 && i < letters.length() - 1) {
                    String swapped = letters.substring(0, i - 1)
                            + letters.charAt(i)
                            + letters.charAt(i - 1)
                            + letters.substring(i + 1);
                    assertThat(VoucherCode.wellFormed(swapped)).isEqualTo(swapped.equals(letters));
                }
            }
        }

        @Test
        void thatIsNoneHasAHashAndIsNotWellFormed() {
            for (String none : List.of("", " ", "-", "hello", "\u0000", "ß", "8".repeat(27), "Z".repeat(10_000))) {
                assertThat(VoucherCode.wellFormed(none)).as(none).isFalse();
                assertThat(TypedCode.hash(none)).matches("[0-9a-f]{64}");
            }
        }

        @Test
        void isToldByNothingElse() {
            assertThat(code.toString()).doesNotContain(code.text()).doesNotContain(compact(code));
        }
    }

    @Nested
    class AHundredThousandCodes {
        private final List<String> codes = new ArrayList<>();

        AHundredThousandCodes() {
            for (int i = 0; i < 100_000; i++) {
                codes.add(compact(KEY.code(ANA, "order/A-" + i / 10 + "@1", i % 10)));
            }
        }

        @Test
        void areAllDifferent() {
            assertThat(new HashSet<>(codes)).hasSize(codes.size());
        }

        /** 128 bits are 25 letters of 5 bits behind one of 3. */
        @Test
        void useTheWholeAlphabetAtEachPlaceAndEvenly() {
            for (int place = 0; place < 27; place++) {
                int[] counts = new int[128];
                for (String code : codes) {
                    counts[code.charAt(place)]++;
                }
                int[] used = Arrays.stream(counts).filter(count -> count > 0).toArray();
                int letters = place == 0 ? 8 : place == 26 ? 37 : 32;
                assertThat(used).as("letters at place %s", place).hasSize(letters);
                assertThat(Arrays.stream(used).allMatch(count -> Math.abs(count - codes.size() / letters) < 450))
                        .as("evenly at place %s: %s", place, Arrays.toString(used))
                        .isTrue();
            }
        }
    }

    @Nested
    class AKey {
        @Test
        void hasEnoughBytes() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> VoucherKey.of(new byte[31]))
                    .withMessage("a voucher key has at least 32 random bytes, not 31");
        }

        @Test
        void makesTheSameCodeOfTheSameAlwaysAndAnotherOfAnythingElse() {
            assertThat(KEY.code(ANA, "order/1@1", 0)).isEqualTo(key(1).code(ANA, "order/1@1", 0));
            Set<VoucherCode> others = new HashSet<>(List.of(
                    KEY.code(ANA, "order/1@1", 0),
                    KEY.code(ANA, "order/1@1", 1),
                    KEY.code(ANA, "order/1@2", 0),
                    KEY.code(MemberId.of("an"), "aorder/1@1", 0),
                    KEY.code(MemberId.of("anaorder"), "/1@1", 0),
                    key(2).code(ANA, "order/1@1", 0)));
            assertThat(others).hasSize(6);
        }

        @Test
        void knowsTheCodesOfThoseItReplaces() {
            VoucherKey rotated = key(3).replacing(key(2).replacing(KEY));
            VoucherCode old = KEY.code(ANA, "order/1@1", 4);
            assertThat(rotated.codeOf(ANA, "order/1@1", 4, old.hash())).contains(old);
            assertThat(rotated.codeOf(ANA, "order/1@1", 5, old.hash())).isEmpty();
            assertThat(KEY.codeOf(
                            ANA,
                            "order/1@1",
                            4,
                            key(3).code(ANA, "order/1@1", 4).hash()))
                    .isEmpty();
            assertThat(rotated.code(ANA, "order/1@1", 4)).isEqualTo(key(3).code(ANA, "order/1@1", 4));
        }

        @Test
        void isACopyOfItsBytesAndTellsNothing() {
            byte[] secret = new byte[VoucherKey.LEAST_BYTES];
            VoucherKey key = VoucherKey.of(secret);
            VoucherCode before = key.code(ANA, "r", 0);
            Arrays.fill(secret, (byte) 9);
            assertThat(key.code(ANA, "r", 0)).isEqualTo(before);
            assertThat(key).hasToString("a voucher key");
        }
    }
}
