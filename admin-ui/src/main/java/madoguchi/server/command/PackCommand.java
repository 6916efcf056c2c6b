package madoguchi.server.command;

import java.util.Collection;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.pack.BasePack;
import madoguchi.knowledge.pack.TownFile;
import picocli.CommandLine.Command;

/** Writes the base pack, filled with the demo town's facts. Needs no database. */
@Command(
    name = "pack",
    mixinStandardHelpOptions = true,
    description = "基本のFAQを、見本の市の値で埋めて書き出します。 / Writes the base pack as the demo town has it.")
final class PackCommand extends FileCommand {

  @Override
  Collection<FaqEntry> entries() {
    return TownFile.demo().fill(BasePack.load()).entries();
  }
}
