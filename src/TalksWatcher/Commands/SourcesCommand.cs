using System.CommandLine;
using TalksWatcher.Configuration;

namespace TalksWatcher.Commands;

/// <summary><c>sources list|check|enable|import|export|discover|parse|article</c>.</summary>
internal static class SourcesCommand
{
    public static Command Create(Terminal terminal) => new("sources", "Where reports come from.")
    {
        SourcesListCommand.Create(terminal),
        SourcesCheckCommand.Create(terminal),
        SourcesListCommand.CreateEnable(terminal),
        SourcesCatalogueCommands.CreateImport(terminal),
        SourcesCatalogueCommands.CreateExport(terminal),
        SourcesCatalogueCommands.CreateDiscover(terminal),
        SourcesFileCommands.CreateParse(terminal),
        SourcesFileCommands.CreateArticle(terminal),
    };

    public static Option<string?> WatchOption() => new("--watch") { Description = "The watch; needed only where there are several." };

    /// <exception cref="BadInputException">There is no such watch, or several and none is named.</exception>
    public static Watch WatchOf(ConfigFolder config, string? id)
    {
        if (id is null)
            return config.Watches is [var only] ? only
                : throw new BadInputException($"there are several watches; name one with --watch ({string.Join(", ", config.Watches.Select(w => w.Id))})");
        return config.Watches.FirstOrDefault(w => w.Id == id)
            ?? throw new BadInputException($"--watch {id}: no such watch; there are {string.Join(", ", config.Watches.Select(w => w.Id))}");
    }
}
