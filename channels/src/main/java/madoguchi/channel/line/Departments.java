package madoguchi.channel.line;

import java.util.Optional;
import madoguchi.bot.town.Department;
import madoguchi.bot.town.Municipality;

/** Which department an entry belongs to. */
@FunctionalInterface
interface Departments {
  Optional<Department> of(Municipality town, String faqId);
}
