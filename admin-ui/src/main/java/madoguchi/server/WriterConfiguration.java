package madoguchi.server;

import madoguchi.bot.answer.AnswerWriter;
import madoguchi.bot.answer.VerbatimWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Answers are the entries' own words. */
@Configuration(proxyBeanMethods = false)
class WriterConfiguration {

  @Bean
  AnswerWriter writer() {
    return new VerbatimWriter();
  }
}
