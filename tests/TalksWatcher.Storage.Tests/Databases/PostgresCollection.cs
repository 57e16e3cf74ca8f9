namespace TalksWatcher.Storage.Tests.Databases;

/// <summary>The tests that share one server.</summary>
[CollectionDefinition(Name)]
#pragma warning disable CA1711 // xunit's word for it.
public sealed class PostgresCollection : ICollectionFixture<PostgresServer>
#pragma warning restore CA1711
{
    public const string Name = "PostgreSQL";
}
