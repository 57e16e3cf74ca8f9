using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalksWatcher.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FirstSchema : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "checkpoints",
                columns: table => new
                {
                    Watch = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Track = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Published = table.Column<long>(type: "bigint", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_checkpoints", x => new { x.Watch, x.Track, x.Published, x.Document });
                });

            migrationBuilder.CreateTable(
                name: "claims",
                columns: table => new
                {
                    Watch = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DocumentKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TextHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RulesVersion = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claims", x => new { x.Watch, x.DocumentKey, x.TextHash, x.RulesVersion, x.Position });
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    Watch = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decisions", x => new { x.Watch, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "developments",
                columns: table => new
                {
                    Watch = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Track = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Document = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Held = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false),
                    OwedSince = table.Column<long>(type: "bigint", nullable: true),
                    Trace = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_developments", x => new { x.Watch, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "digest_items",
                columns: table => new
                {
                    Watch = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subscriber = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DevelopmentId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false),
                    DigestId = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_digest_items", x => new { x.Watch, x.Subscriber, x.DevelopmentId });
                });

            migrationBuilder.CreateTable(
                name: "digests",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Watch = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subscriber = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BuiltAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_digests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    Watch = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    TextHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Published = table.Column<long>(type: "bigint", nullable: true),
                    Outlet = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FetchedAt = table.Column<long>(type: "bigint", nullable: false),
                    Priming = table.Column<bool>(type: "boolean", nullable: false),
                    Trace = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    TakenInAt = table.Column<long>(type: "bigint", nullable: true),
                    RulesVersion = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SetAside = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents", x => new { x.Watch, x.Key, x.Revision });
                });

            migrationBuilder.CreateTable(
                name: "ledger_entries",
                columns: table => new
                {
                    Watch = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Track = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Document = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Development = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_entries", x => new { x.Watch, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "marks",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marks", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "observations",
                columns: table => new
                {
                    Watch = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Reading = table.Column<int>(type: "integer", nullable: false),
                    Published = table.Column<long>(type: "bigint", nullable: false),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false),
                    Outlet = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Print = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CopyOf = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CopiedVoice = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_observations", x => new { x.Watch, x.Document, x.Revision, x.Reading });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DigestId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Recipient = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MessageId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Mime = table.Column<byte[]>(type: "bytea", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NotBefore = table.Column<long>(type: "bigint", nullable: false),
                    LastError = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    SentAt = table.Column<long>(type: "bigint", nullable: true),
                    Trace = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "print_bands",
                columns: table => new
                {
                    Band = table.Column<long>(type: "bigint", nullable: false),
                    Published = table.Column<long>(type: "bigint", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_print_bands", x => new { x.Band, x.Published, x.Document });
                });

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    Watch = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LastSuccess = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sources", x => new { x.Watch, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "subscribers",
                columns: table => new
                {
                    Address = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    State = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subscribers", x => x.Address);
                });

            migrationBuilder.CreateTable(
                name: "track_documents",
                columns: table => new
                {
                    Watch = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Track = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Published = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_track_documents", x => new { x.Watch, x.Track, x.Document });
                });

            migrationBuilder.CreateTable(
                name: "tracks",
                columns: table => new
                {
                    Watch = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Track = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    SinceCheckpoint = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tracks", x => new { x.Watch, x.Track });
                });

            migrationBuilder.CreateIndex(
                name: "IX_decisions_Watch_Document",
                table: "decisions",
                columns: new[] { "Watch", "Document" });

            migrationBuilder.CreateIndex(
                name: "IX_developments_Watch_OwedSince",
                table: "developments",
                columns: new[] { "Watch", "OwedSince" });

            migrationBuilder.CreateIndex(
                name: "IX_developments_Watch_RecordedAt",
                table: "developments",
                columns: new[] { "Watch", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_developments_Watch_Track_At",
                table: "developments",
                columns: new[] { "Watch", "Track", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_digest_items_DigestId_Subscriber",
                table: "digest_items",
                columns: new[] { "DigestId", "Subscriber" });

            migrationBuilder.CreateIndex(
                name: "IX_digests_Subscriber_BuiltAt",
                table: "digests",
                columns: new[] { "Subscriber", "BuiltAt" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_TakenInAt_Published",
                table: "documents",
                columns: new[] { "TakenInAt", "Published" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_Watch_Source_FetchedAt",
                table: "documents",
                columns: new[] { "Watch", "Source", "FetchedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_Watch_Development",
                table: "ledger_entries",
                columns: new[] { "Watch", "Development" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_Watch_Document",
                table: "ledger_entries",
                columns: new[] { "Watch", "Document" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_Watch_Subject_RecordedAt",
                table: "ledger_entries",
                columns: new[] { "Watch", "Subject", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_observations_Watch_Published",
                table: "observations",
                columns: new[] { "Watch", "Published" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_MessageId",
                table: "outbox",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_State_NotBefore",
                table: "outbox",
                columns: new[] { "State", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_track_documents_Watch_Track_Published_Document",
                table: "track_documents",
                columns: new[] { "Watch", "Track", "Published", "Document" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "checkpoints");

            migrationBuilder.DropTable(
                name: "claims");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "developments");

            migrationBuilder.DropTable(
                name: "digest_items");

            migrationBuilder.DropTable(
                name: "digests");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "ledger_entries");

            migrationBuilder.DropTable(
                name: "marks");

            migrationBuilder.DropTable(
                name: "observations");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "print_bands");

            migrationBuilder.DropTable(
                name: "sources");

            migrationBuilder.DropTable(
                name: "subscribers");

            migrationBuilder.DropTable(
                name: "track_documents");

            migrationBuilder.DropTable(
                name: "tracks");
        }
    }
}
