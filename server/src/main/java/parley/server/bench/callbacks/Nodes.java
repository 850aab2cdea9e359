package parley.server.bench.callbacks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// The nodes of a bench. Thread: one.
final class Nodes implements AutoCloseable {

  /// So that what a killed node had comes up again within seconds.
  private static final int HEARTBEAT_MS = 500;

  private final Path home;
  private final Path folder;
  private final Witness.NodeTelephone telephone;
  private final Map<String, String> settings;
  private final List<NodeProcess> nodes = new ArrayList<>();
  private int started;

  /// @param settings of all of them
  Nodes(Path home, Path folder, Witness.NodeTelephone telephone, Map<String, String> settings) {
    this.home = home;
    this.folder = folder;
    this.telephone = telephone;
    this.settings = settings;
  }

  /// Returns when all keep callbacks.
  void start(int many) throws IOException {
    for (int node = 0; node < many; node++) {
      nodes.add(started());
    }
    for (NodeProcess node : nodes) {
      node.awaitReady();
    }
  }

  private NodeProcess started() throws IOException {
    String name = "node" + ++started;
    Map<String, String> own = new LinkedHashMap<>(settings);
    own.putAll(telephone.settings());
    own.put("state", folder.resolve(name).toString());
    own.put("asterisk.application", name);
    return NodeProcess.start(home, name, telephone.witness(), HEARTBEAT_MS, own);
  }

  /// Kills one that works, and starts another in its place, for which nobody waits: meanwhile the
  /// others work. Where there is one node only, it waits for that.
  void replaceOne(Random random) throws IOException, InterruptedException {
    List<Integer> working = working();
    while (working.isEmpty()) {
      Thread.sleep(Duration.ofMillis(20));
      working = working();
    }
    int node = working.get(random.nextInt(working.size()));
    nodes.get(node).kill();
    nodes.set(node, started().readyInBackground());
  }

  private List<Integer> working() {
    return IntStream.range(0, nodes.size())
        .filter(node -> nodes.get(node).isReady())
        .boxed()
        .toList();
  }

  @Override
  public void close() {
    nodes.forEach(NodeProcess::close);
  }
}
