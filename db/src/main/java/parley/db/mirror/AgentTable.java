package parley.db.mirror;

import static parley.db.jooq.Tables.AGENT;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import parley.transfer.agent.Agent;

/// The configured agents as rows, with the availability that people set by hand. Thread: any.
public final class AgentTable {

  private final DSLContext sql;

  public AgentTable(DSLContext sql) {
    this.sql = sql;
  }

  /// What an agent, or a supervisor for them, has chosen. Named as in the API.
  public enum Availability {
    AVAILABLE,
    BUSY,
    OFFLINE
  }

  /// Makes the table follow the settings. Availability stays; agents who are gone are marked.
  public void sync(Collection<Agent> agents, Instant now) {
    sql.transaction(transaction -> {
      DSLContext dsl = transaction.dsl();
      agents.forEach(agent -> upsert(dsl, agent, now));
      dsl.update(AGENT)
          .set(AGENT.CONFIGURED, false)
          .set(AGENT.UPDATED_AT, now)
          .where(AGENT.ID.notIn(agents.stream().map(Agent::id).toList()))
          .and(AGENT.CONFIGURED)
          .execute();
    });
  }

  private static void upsert(DSLContext sql, Agent agent, Instant now) {
    var row = sql.newRecord(AGENT);
    row.setName(agent.name());
    row.setExtension(agent.extension());
    row.setEndpoint(agent.endpoint());
    row.setSkills(agent.skills().stream().sorted().toArray(String[]::new));
    row.setLanguages(agent.languages().stream().sorted().toArray(String[]::new));
    row.setConfigured(true);
    row.setUpdatedAt(now);
    sql.insertInto(AGENT)
        .set(row)
        .set(AGENT.ID, agent.id())
        .onConflict(AGENT.ID)
        .doUpdate()
        .set(row)
        .execute();
  }

  /// Each configured agent's choice.
  public Map<String, Availability> availability() {
    return sql.select(AGENT.ID, AGENT.AVAILABILITY)
        .from(AGENT)
        .where(AGENT.CONFIGURED)
        .fetchMap(row -> row.value1(), row -> Availability.valueOf(row.value2()));
  }

  /// False when there is no such agent.
  public boolean setAvailability(String agentId, Availability availability, Instant now) {
    return sql.update(AGENT)
            .set(AGENT.AVAILABILITY, availability.name())
            .set(AGENT.UPDATED_AT, now)
            .where(AGENT.ID.eq(agentId).and(AGENT.CONFIGURED))
            .execute()
        == 1;
  }
}
