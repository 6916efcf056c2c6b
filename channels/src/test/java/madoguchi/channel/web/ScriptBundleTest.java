package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptBundleTest {

  @Test
  void putsEachModuleOnceAndBeforeWhatImportsIt() {
    String bundle =
        ScriptBundle.of(
            Map.of(
                "main.js",
                "import { a } from \"./a.js\";\nimport { B } from \"./b.js\";\nstart(a, B);\n",
                "a.js",
                "import { B } from \"./b.js\";\nexport const a = new B();\nconst own = 1;\n",
                "b.js",
                "export class B {\n}\nexport function c() {}\n"),
            "main.js");
    assertThat(bundle)
        .isEqualTo(
            """
            "use strict";
            const { B, c } = (() => {
            class B {
            }
            function c() {}
            return { B, c };
            })();
            const { a } = (() => {
            const a = new B();
            const own = 1;
            return { a };
            })();
            (() => {
            start(a, B);
            })();
            """);
  }

  @Test
  void leavesOutCommentsAndKeepsWhatOnlyLooksLikeOne() {
    String bundle =
        ScriptBundle.of(
            Map.of(
                "main.js",
                """
                // About all.
                /** About one. */
                /**
                 * About the next;
                   even this.
                 */
                call("https://x"); // beside
                  // within
                const importance = import(`${base}/x.js`);
                """),
            "main.js");
    assertThat(bundle)
        .contains("call(\"https://x\"); // beside", "const importance = import(")
        .doesNotContain("About", "even", "within");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import x from \"./x.js\";",
        "import { a as b } from \"../a.js\";",
        "export default 1;",
        "export { a };"
      })
  void refusesFormsThatItDoesNotKnow(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScriptBundle.of(Map.of("main.js", line), "main.js"))
        .withMessageContaining("main.js");
  }
}
