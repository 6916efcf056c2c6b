package madoguchi.knowledge.faq;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks one XML part through: no document type (and so no entities), no cell outside of Excel's own
 * grid, for which a parser would reserve memory, not too many rows, no heaps of formulas.
 */
final class WorkbookPart {

  private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");
  private static final Pattern ROW = Pattern.compile("[0-9]{1,7}");
  private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,7}");

  /** The parser works each out anew, in a time that grows with the square of its length. */
  private static final int MOST_FORMULAS = 20_000;

  private static final int LONGEST_FORMULA = 1_000;
  private static final int MOST_ARRAY_FORMULAS = 1_000;

  private int rows;
  private int formulas;
  private int arrayFormulas;
  private boolean rowHasValue;

  private WorkbookPart() {}

  static void check(InputStream part) throws IOException, FaqFileRefused {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    WorkbookPart checked = new WorkbookPart();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(part);
      while (reader.hasNext()) {
        checked.see(reader, reader.next());
      }
    } catch (XMLStreamException malformed) {
      if (malformed.getNestedException() instanceof IOException failed) {
        throw failed;
      }
      throw XlsxTable.notAWorkbook(malformed);
    }
  }

  private void see(XMLStreamReader reader, int event) throws XMLStreamException, FaqFileRefused {
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new FaqFileRefused("Excelの中に使えない宣言（DTD）があります。Excelで開いて保存し直してください。");
    }
    if (event != XMLStreamConstants.START_ELEMENT) {
      return;
    }
    switch (reader.getLocalName()) {
      case "row" -> {
        require(ROW, reader.getAttributeValue(null, "r"));
        rowHasValue = false;
      }
      case "c" -> {
        require(ADDRESS, reader.getAttributeValue(null, "r"));
        require(SMALL_NUMBER, reader.getAttributeValue(null, "s"));
      }
      case "v", "is" -> countRow();
      case "f" -> countFormula(reader);
      default -> {}
    }
  }

  private void countRow() throws FaqFileRefused {
    if (!rowHasValue) {
      rowHasValue = true;
      if (++rows > FaqFile.MOST_ROWS) {
        throw FaqFile.tooManyRows();
      }
    }
  }

  private void countFormula(XMLStreamReader reader) throws XMLStreamException, FaqFileRefused {
    boolean array = "array".equals(reader.getAttributeValue(null, "t"));
    int length = reader.getElementText().length();
    if (++formulas > MOST_FORMULAS
        || length > LONGEST_FORMULA
        || (array && ++arrayFormulas > MOST_ARRAY_FORMULAS)) {
      throw new FaqFileRefused("数式が多すぎるか長すぎます。数式を値に変えて保存し直してください。");
    }
  }

  private static void require(Pattern form, @Nullable String value) throws FaqFileRefused {
    if (value != null && !form.matcher(value).matches()) {
      throw XlsxTable.notAWorkbook(null);
    }
  }
}
