package madoguchi.server;

import java.time.Clock;
import madoguchi.bot.desk.Curation;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.resolved.ResolvedLimits;
import madoguchi.bot.resolved.ResolvedQuestions;
import madoguchi.knowledge.completion.Completions;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.PerTown;
import madoguchi.knowledge.index.KnowledgeIndexes;
import madoguchi.staff.audit.Audit;
import madoguchi.staff.frame.Frame;
import madoguchi.staff.unanswered.EntrySearch;
import madoguchi.staff.unanswered.LearningDecisions;
import madoguchi.staff.unanswered.LearningPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is learned from people, and the page on which staff decide about it. */
@Configuration(proxyBeanMethods = false)
class LearningConfiguration {

  @Bean
  Curation curation(Stores stores, ResolvedQuestions resolved, FaqCatalog catalog, Clock clock) {
    return new Curation(stores, resolved, catalog, ResolvedLimits.standard(), clock);
  }

  @Bean
  LearningPages learningPages(
      Stores stores,
      ResolvedQuestions resolved,
      FaqCatalog catalog,
      PerTown<Completions> completions,
      KnowledgeIndexes indexes,
      Audit audit,
      Frame frame,
      Clock clock) {
    return new LearningPages(
        stores.journal(),
        resolved,
        catalog,
        new EntrySearch(completions, indexes),
        audit,
        frame,
        clock);
  }

  @Bean
  LearningDecisions learningDecisions(
      Stores stores,
      ResolvedQuestions resolved,
      FaqCatalog catalog,
      Curation curation,
      Audit audit,
      Clock clock) {
    return new LearningDecisions(stores.journal(), resolved, catalog, curation, audit, clock);
  }
}
