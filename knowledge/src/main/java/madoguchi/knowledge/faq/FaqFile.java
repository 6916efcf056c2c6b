package madoguchi.knowledge.faq;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Reads and writes FAQ entries as CSV (UTF-8, or windows-31j as Excel in Japan writes it) and Excel
 * (the first sheet). The first row that is not empty holds the headings, in English or Japanese;
 * {@code id}, {@code question} and {@code answer} must be among them. A file may be hostile: its
 * size, its inflated size and its rows are bounded before anything is understood.
 */
public final class FaqFile {

  /** The largest file that is read, in bytes. */
  public static final int LARGEST = 20 * 1024 * 1024;

  /** The most rows that are read, the headings among them. */
  public static final int MOST_ROWS = 100_000;

  private FaqFile() {}

  /** The two forms, by the end of the file's name. */
  public enum Format {
    CSV,
    XLSX;

    /**
     * The form that belongs to a file's name.
     *
     * @throws FaqFileRefused when it ends neither in .csv nor in .xlsx
     */
    public static Format of(String fileName) throws FaqFileRefused {
      String name = fileName.toLowerCase(Locale.ROOT);
      if (name.endsWith(".csv")) {
        return CSV;
      }
      if (name.endsWith(".xlsx")) {
        return XLSX;
      }
      throw new FaqFileRefused(
          name.endsWith(".xls")
              ? "古い形式のExcel（.xls）は読めません。「Excelブック（.xlsx）」で保存し直してください。"
              : name.endsWith(".xlsm")
                  ? "マクロを含むExcel（.xlsm）は読めません。「Excelブック（.xlsx）」で保存し直してください。"
                  : "ファイルの名前は「.csv」か「.xlsx」で終わるものにしてください。");
    }
  }

  /**
   * Reads a file.
   *
   * @throws FaqFileRefused when the file as a whole cannot be read; single bad rows are in the
   *     sheet
   */
  public static FaqSheet read(Path file) throws FaqFileRefused {
    Format format = Format.of(String.valueOf(file.getFileName()));
    try {
      if (Files.size(file) > LARGEST) {
        throw tooLarge();
      }
      return read(format, Files.readAllBytes(file));
    } catch (NoSuchFileException missing) {
      throw new FaqFileRefused("ファイルがありません。", missing);
    } catch (IOException failed) {
      throw new FaqFileRefused("ファイルを開けません。", failed);
    }
  }

  /**
   * Reads what was uploaded.
   *
   * @throws FaqFileRefused when the file as a whole cannot be read
   */
  public static FaqSheet read(Format format, byte[] content) throws FaqFileRefused {
    if (content.length > LARGEST) {
      throw tooLarge();
    }
    if (format == Format.CSV) {
      FileSignature.of(content).mustBeText();
      return SheetReader.read(CsvTable.read(content));
    }
    FileSignature.of(content).mustBeWorkbook(content);
    return SheetReader.read(XlsxTable.read(content));
  }

  /**
   * Writes entries so that reading them gives the same entries, but for what a file does not hold
   * (language and origin).
   *
   * @throws FaqFileRefused when an entry does not fit into the form
   */
  public static void write(Format format, Collection<FaqEntry> entries, OutputStream out)
      throws IOException, FaqFileRefused {
    if (format == Format.CSV) {
      CsvTable.write(SheetWriter.texts(entries), out);
    } else {
      XlsxTable.write(List.copyOf(entries), out);
    }
  }

  /** Writes entries to a file whose name says the form. */
  public static void write(Path file, Collection<FaqEntry> entries)
      throws IOException, FaqFileRefused {
    Format format = Format.of(String.valueOf(file.getFileName()));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      write(format, entries, out);
    }
  }

  static FaqFileRefused tooManyRows() {
    return new FaqFileRefused("行が多すぎます。10万行までにしてください。");
  }

  private static FaqFileRefused tooLarge() {
    return new FaqFileRefused("ファイルが大きすぎます。20MBまでにしてください。");
  }
}
