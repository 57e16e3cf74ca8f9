using System.ComponentModel.DataAnnotations;

namespace TalksWatcher.Configuration;

public sealed record StorageSettings
{
    /// <summary>sqlite keeps everything in one file, for one worker; postgres in a server's database, for any number of them.</summary>
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>Folder of the SQLite database and the mail pickup, relative to the folder that holds the configuration folder.</summary>
    [MinLength(1, ErrorMessage = "name a folder")]
    public string Folder { get; init; } = "data";

    public PostgresSettings Postgres { get; init; } = new();

    /// <summary>
    /// How long the texts of reports are kept after they were taken in; <c>null</c>, the default, keeps them for good. Claims,
    /// evidence sentences and history stay; without its text a report cannot be read again by later rules.
    /// </summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ErrorMessage = "1 day to 36500 days")]
    public TimeSpan? KeepTexts { get; init; }

    /// <summary>
    /// How long the letters of digests, and their pages on the web, are kept after they were built; <c>null</c>, the default,
    /// keeps them for good. A letter that a mail not yet sent needs is kept whatever its age; who got what is never forgotten.
    /// </summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ErrorMessage = "1 day to 36500 days")]
    public TimeSpan? KeepLetters { get; init; }
}

public enum StorageProvider { Sqlite, Postgres }

public sealed record PostgresSettings
{
    /// <summary>Npgsql's connection string without the password: <c>Host=db;Database=talkswatcher;Username=talkswatcher</c>.</summary>
    public string Connection { get; init; } = "Host=localhost;Database=talkswatcher;Username=talkswatcher";

    /// <summary>Best given in the environment: <c>TALKSWATCHER__STORAGE__POSTGRES__PASSWORD</c>.</summary>
    [SecretValue]
    public string? Password { get; init; }

    /// <summary>File that holds the password, such as a mounted secret.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>As the record's text would print it, without the secret.</summary>
    public override string ToString() => Connection;
}
