package madoguchi.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import madoguchi.bot.answer.Sentences;
import madoguchi.channel.line.MenuEnding;
import madoguchi.channel.line.RichMenus;
import madoguchi.server.settings.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts the town's menu below the chat on LINE. */
@Command(
    name = "line-menu",
    mixinStandardHelpOptions = true,
    description = "LINEのトーク画面にリッチメニューを出します。 / Shows the municipality's rich menu on LINE.")
final class LineMenuCommand implements Callable<Integer> {

  @Option(names = "--municipality", required = true, paramLabel = "CODE")
  String municipality;

  @Option(names = "--image", description = "PNG or JPEG, 2500 x 843 or 1686; drawn when missing")
  @Nullable Path image;

  @Option(names = "--replace", description = "also when another one is shown already")
  boolean replace;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    try (Ground ground = Ground.open()) {
      byte[] picture = image == null ? null : Files.readAllBytes(image);
      MenuEnding outcome =
          new RichMenus(Sentences.standard()).show(ground.town(municipality), picture, replace);
      switch (outcome.how()) {
        case SHOWN -> spec.commandLine().getOut().println("リッチメニューを出しました。 / The menu is shown.");
        case KEPT ->
            throw Problem.failed(
                "すでに別のリッチメニューが出ているため、そのままにしました。置き換えるときは --replace を付けてください。",
                "Another menu is shown already and was kept; --replace replaces it.");
        case NO_LINE ->
            throw Problem.badInput(
                "この自治体には、LINEのチャネルアクセストークンが設定されていません。",
                "This municipality has no usable LINE channel token.");
        case NO_FIELDS ->
            throw Problem.badInput(
                "設定 line.menu に、ボタンが一つもありません。", "The setting line.menu names no field.");
        case NO_FONT ->
            throw Problem.failed(
                "日本語のフォントがないため、画像を作れません。fonts-noto-cjk を入れるか、--image で画像を指定してください。",
                "There is no Japanese font to draw with: install fonts-noto-cjk or give --image.");
        case REFUSED ->
            throw Problem.failed(
                "LINEが受け付けませんでした（%d）。画像は、幅2500・高さ843か1686、1MBまでのPNGかJPEGにしてください。"
                    .formatted(outcome.status()),
                "LINE refused with status " + outcome.status() + ".");
        case SILENT -> throw Problem.failed("LINEから返事がありません。", "LINE does not answer.");
      }
      return 0;
    } catch (IOException unreadable) {
      throw Problem.badInput("画像を読めません：" + image, "The picture cannot be read.");
    }
  }
}
