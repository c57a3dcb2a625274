import ArgumentParser

/// `segmentd templates`: which pages a dashboard has, in the language of templates.
struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "List, show, copy and try out the templates of dashboards.",
    discussion: """
      A template says which pages a dashboard has and what stands on them. Put a copy into the \
      templates folder, change it, and name it in `report.template`.
      """,
    subcommands: [
      TemplatesListCommand.self, TemplatesShowCommand.self, TemplatesEjectCommand.self,
      TemplatesPreviewCommand.self,
    ],
  )
}
