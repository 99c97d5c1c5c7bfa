package io.loyalty4j.examples.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real browser without a window, which looks for nothing beyond this machine. Its pictures go to {@code target/screenshots}. */
public final class Chromium implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int HEIGHT = 900;
    /** No window is narrower: what is, is a phone. */
    private static final int NARROWEST = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;

    /** Kept, or its level would be forgotten. */
    private static final Logger TALKATIVE = Logger.getLogger("org.openqa.selenium");

    static {
        TALKATIVE.setLevel(Level.OFF);
    }

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Whether this machine has one that starts, and not one that is still being installed: Debian's packages are {@code chromium} and {@code chromium-driver}. */
    public static boolean isHere() {
        return Stream.of(browser(), found("chromedriver"))
                .allMatch(program -> program.filter(Chromium::starts).isPresent());
    }

    private static boolean starts(Path program) {
        try {
            Process asked = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = asked.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            asked.destroy();
            return ended && asked.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public static Chromium start(int width) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser().orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--window-size=" + Math.max(width, NARROWEST) + "," + HEIGHT);
        if (width < NARROWEST) {
            Map<String, Object> phone = Map.of("width", width, "height", HEIGHT, "pixelRatio", 1.0, "touch", true);
            options.setExperimentalOption("mobileEmulation", Map.of("deviceMetrics", phone));
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(found("chromedriver").orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(30));
        return new Chromium(driver);
    }

    private static Optional<Path> browser() {
        return found("chromium").or(() -> found("google-chrome"));
    }

    private static Optional<Path> found(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public void open(String address) {
        driver.get(address);
    }

    /** Presses a button that sends its form, and waits for the page that follows. */
    void click(String button) {
        WebElement found = driver.findElement(By.cssSelector(button));
        run("arguments[0].scrollIntoView({block: 'center'}); window.pageBefore = true", found);
        found.click();
        waitFor("return document.readyState === 'complete' && window.pageBefore === undefined");
    }

    /** Moves a slider as its keys or a finger do. */
    void slide(String slider, int value) {
        run(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
                driver.findElement(By.cssSelector(slider)),
                value);
    }

    void type(String field, String text) {
        WebElement found = driver.findElement(By.cssSelector(field));
        found.clear();
        found.sendKeys(text);
    }

    Object run(String script, Object... with) {
        return ((JavascriptExecutor) driver).executeScript(script, with);
    }

    /** Waits until a script answers yes. */
    void waitFor(String script) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Boolean.TRUE.equals(run(script))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never true: " + script);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    String text(String element) {
        return driver.findElement(By.cssSelector(element)).getText();
    }

    String value(String field) {
        return String.valueOf(driver.findElement(By.cssSelector(field)).getDomProperty("value"));
    }

    String path() {
        return java.net.URI.create(driver.getCurrentUrl()).getPath();
    }

    String tab() {
        return driver.getWindowHandle();
    }

    /** Opens another tab and looks at it. */
    String newTab() {
        driver.switchTo().newWindow(org.openqa.selenium.WindowType.TAB);
        return tab();
    }

    void look(String tab) {
        driver.switchTo().window(tab);
    }

    /** Whether something is wider than the window, so that one would have to push the page sideways. */
    public boolean sideways() {
        return Boolean.TRUE.equals(run("return document.documentElement.scrollWidth > window.innerWidth"));
    }

    /** The whole page as a picture. */
    public void picture(String name) {
        Map<String, Object> taken =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(taken.get("data"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
