package madoguchi.server.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import madoguchi.knowledge.pack.BasePack;
import madoguchi.knowledge.pack.TownFile;
import madoguchi.knowledge.relevance.Evaluation;
import madoguchi.knowledge.relevance.MalformedInput;
import madoguchi.server.settings.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how well judged questions find their entries. Needs no server and no database. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "判定済みの質問で、検索の良さを測ります。 / Measures the search by judged questions.")
final class EvaluateCommand implements Callable<Integer> {

  @Option(names = "--faq", required = true, description = "the entries (.csv, .xlsx)")
  Path faq;

  @Option(
      names = "--queries",
      required = true,
      description = "the questions (TSV: query_id, query)")
  Path queries;

  @Option(
      names = "--qrels",
      required = true,
      description = "the judgments (TREC), read only after all questions were asked")
  Path qrels;

  @Option(names = "--synonyms", description = "a further word list")
  @Nullable Path synonyms;

  @ArgGroup(exclusive = false)
  @Nullable Memory memory;

  @Option(names = "--run-out", description = "where the rankings are written (TREC)")
  @Nullable Path runOut;

  /** Questions that were resolved beforehand. */
  static final class Memory {
    @Option(
        names = "--memory-queries",
        required = true,
        description = "questions resolved beforehand")
    Path queries;

    @Option(names = "--memory-qrels", required = true, description = "and their judgments")
    Path qrels;
  }

  @Override
  public Integer call() throws IOException {
    Evaluation evaluation =
        new Evaluation(
            EntriesFile.entries(faq),
            TownFile.demo().fill(BasePack.load()).entries(),
            queries,
            qrels,
            synonyms,
            memory == null ? null : memory.queries,
            memory == null ? null : memory.qrels,
            runOut);
    try {
      evaluation.run(new java.io.PrintStream(System.out, true, StandardCharsets.UTF_8), System.err);
      return 0;
    } catch (MalformedInput malformed) {
      throw Problem.badInput("ファイルの形が正しくありません：" + malformed.getMessage(), "A file is malformed.");
    } catch (java.nio.file.NoSuchFileException missing) {
      throw Problem.badInput("ファイルがありません：" + missing.getFile(), "No such file.");
    }
  }
}
