using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AreaSend.Services.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Tables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_log",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    inspection = table.Column<Guid>(type: "uuid", nullable: false),
                    document = table.Column<Guid>(type: "uuid", nullable: true),
                    what = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_log", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "areas",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    region = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_areas", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "bank_holiday_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<string>(type: "text", nullable: false),
                    new_day = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    feed_then = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ending = table.Column<string>(type: "text", nullable: true),
                    ended_because = table.Column<string>(type: "text", nullable: true),
                    noted_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_holiday_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_alarms",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    raised_at = table.Column<long>(type: "bigint", nullable: false),
                    last_seen_at = table.Column<long>(type: "bigint", nullable: false),
                    sentence = table.Column<string>(type: "text", nullable: false),
                    cleared_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_alarms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_refreshes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_refreshes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_snapshots",
                columns: table => new
                {
                    version = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    fetched_at = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    adopted_at = table.Column<long>(type: "bigint", nullable: false),
                    adoption = table.Column<int>(type: "integer", nullable: false),
                    feed_version = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_snapshots", x => x.version);
                });

            migrationBuilder.CreateTable(
                name: "clock",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    ahead_ticks = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clock", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area = table.Column<string>(type: "text", nullable: true),
                    role = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    inspection = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    items = table.Column<List<string>>(type: "text[]", nullable: false),
                    file_name = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    blob_name = table.Column<string>(type: "text", nullable: false),
                    begun_at = table.Column<long>(type: "bigint", nullable: false),
                    expires = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    arrived_at = table.Column<long>(type: "bigint", nullable: true),
                    decided_at = table.Column<long>(type: "bigint", nullable: true),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    scanned_e_tag = table.Column<string>(type: "text", nullable: true),
                    refusal_rule = table.Column<string>(type: "text", nullable: true),
                    refusal = table.Column<string>(type: "text", nullable: true),
                    waiting = table.Column<string>(type: "text", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt = table.Column<long>(type: "bigint", nullable: true),
                    media_type = table.Column<string>(type: "text", nullable: true),
                    accepted_blob = table.Column<string>(type: "text", nullable: true),
                    errors = table.Column<int>(type: "integer", nullable: false),
                    queries = table.Column<int>(type: "integer", nullable: false),
                    passed_over = table.Column<int>(type: "integer", nullable: false),
                    replaces = table.Column<Guid>(type: "uuid", nullable: true),
                    replaced_by = table.Column<Guid>(type: "uuid", nullable: true),
                    child = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inspection_events",
                columns: table => new
                {
                    inspection = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    previous_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inspection_events", x => new { x.inspection, x.seq });
                });

            migrationBuilder.CreateTable(
                name: "inspections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    edition = table.Column<string>(type: "text", nullable: false),
                    planned_at = table.Column<long>(type: "bigint", nullable: false),
                    notification_day = table.Column<string>(type: "text", nullable: false),
                    on_site_starts = table.Column<string>(type: "text", nullable: false),
                    calendar = table.Column<string>(type: "text", nullable: false),
                    phase = table.Column<string>(type: "text", nullable: false),
                    next_step = table.Column<string>(type: "text", nullable: true),
                    next_due = table.Column<string>(type: "text", nullable: true),
                    next_certainty = table.Column<string>(type: "text", nullable: true),
                    ended = table.Column<bool>(type: "boolean", nullable: false),
                    wake_at = table.Column<long>(type: "bigint", nullable: true),
                    head_seq = table.Column<int>(type: "integer", nullable: false),
                    head_hash = table.Column<string>(type: "text", nullable: false),
                    last_advanced = table.Column<long>(type: "bigint", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inspections", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lano_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    inspection = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    mail_key = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    end = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lano_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lano_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    link = table.Column<Guid>(type: "uuid", nullable: false),
                    inspection = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    began_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lano_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "list_findings",
                columns: table => new
                {
                    document = table.Column<Guid>(type: "uuid", nullable: false),
                    list = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    column = table.Column<string>(type: "text", nullable: false),
                    letter = table.Column<string>(type: "text", nullable: true),
                    count = table.Column<int>(type: "integer", nullable: false),
                    places = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_list_findings", x => new { x.document, x.list, x.number });
                });

            migrationBuilder.CreateTable(
                name: "list_readings",
                columns: table => new
                {
                    document = table.Column<Guid>(type: "uuid", nullable: false),
                    list = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    sheet = table.Column<string>(type: "text", nullable: false),
                    header_row = table.Column<int>(type: "integer", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    as_at = table.Column<string>(type: "text", nullable: false),
                    says_as_at = table.Column<bool>(type: "boolean", nullable: false),
                    notes = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_list_readings", x => new { x.document, x.list });
                });

            migrationBuilder.CreateTable(
                name: "notice_attempts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    inspection = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    succeeded = table.Column<bool>(type: "boolean", nullable: false),
                    result = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_attempts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice_deliveries",
                columns: table => new
                {
                    event_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    inspection = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    address = table.Column<string>(type: "text", nullable: true),
                    because = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_deliveries", x => x.event_id);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    inspection = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    template = table.Column<string>(type: "text", nullable: false),
                    template_version = table.Column<int>(type: "integer", nullable: true),
                    role = table.Column<string>(type: "text", nullable: false),
                    raised_seq = table.Column<int>(type: "integer", nullable: false),
                    raised_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt = table.Column<long>(type: "bigint", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    sent_at = table.Column<long>(type: "bigint", nullable: true),
                    written_as_of = table.Column<int>(type: "integer", nullable: true),
                    answer_lost = table.Column<bool>(type: "boolean", nullable: false),
                    provider_id = table.Column<string>(type: "text", nullable: true),
                    delivery = table.Column<string>(type: "text", nullable: true),
                    delivery_at = table.Column<long>(type: "bigint", nullable: true),
                    recipient_name = table.Column<string>(type: "text", nullable: true),
                    recipient_address = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices", x => new { x.inspection, x.key });
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    inspection = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    telephone = table.Column<string>(type: "text", nullable: true),
                    from = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: true),
                    access_withdrawn_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "private_reasons",
                columns: table => new
                {
                    inspection = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_private_reasons", x => new { x.inspection, x.seq });
                });

            migrationBuilder.CreateTable(
                name: "publication_holds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false),
                    region = table.Column<string>(type: "text", nullable: true),
                    inspection = table.Column<Guid>(type: "uuid", nullable: true),
                    until = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    set_at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    lifted_at = table.Column<long>(type: "bigint", nullable: true),
                    lifted_because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publication_holds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "school_holidays",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    area = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_school_holidays", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tracked_children",
                columns: table => new
                {
                    inspection = table.Column<Guid>(type: "uuid", nullable: false),
                    letter = table.Column<string>(type: "text", nullable: false),
                    unique_id = table.Column<string>(type: "text", nullable: false),
                    by_hand = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tracked_children", x => new { x.inspection, x.letter });
                });

            migrationBuilder.CreateTable(
                name: "tracking_draws",
                columns: table => new
                {
                    inspection = table.Column<Guid>(type: "uuid", nullable: false),
                    seed = table.Column<string>(type: "text", nullable: false),
                    documents = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    unmet = table.Column<List<string>>(type: "text[]", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    selected_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tracking_draws", x => x.inspection);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_log_inspection_at",
                table: "access_log",
                columns: new[] { "inspection", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_contacts_area_role",
                table: "contacts",
                columns: new[] { "area", "role" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_blob_name",
                table: "documents",
                column: "blob_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_inspection",
                table: "documents",
                column: "inspection");

            migrationBuilder.CreateIndex(
                name: "IX_documents_next_attempt",
                table: "documents",
                column: "next_attempt");

            migrationBuilder.CreateIndex(
                name: "IX_inspections_area",
                table: "inspections",
                column: "area");

            migrationBuilder.CreateIndex(
                name: "IX_inspections_wake_at",
                table: "inspections",
                column: "wake_at");

            migrationBuilder.CreateIndex(
                name: "IX_lano_links_hash",
                table: "lano_links",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_lano_links_inspection",
                table: "lano_links",
                column: "inspection");

            migrationBuilder.CreateIndex(
                name: "IX_lano_links_person",
                table: "lano_links",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_lano_sessions_inspection",
                table: "lano_sessions",
                column: "inspection");

            migrationBuilder.CreateIndex(
                name: "IX_lano_sessions_person",
                table: "lano_sessions",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_notice_attempts_inspection_key",
                table: "notice_attempts",
                columns: new[] { "inspection", "key" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_deliveries_inspection_key",
                table: "notice_deliveries",
                columns: new[] { "inspection", "key" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_next_attempt",
                table: "notices",
                column: "next_attempt");

            migrationBuilder.CreateIndex(
                name: "IX_notices_provider_id",
                table: "notices",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "IX_people_inspection",
                table: "people",
                column: "inspection");

            migrationBuilder.CreateIndex(
                name: "IX_school_holidays_area",
                table: "school_holidays",
                column: "area");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_log");

            migrationBuilder.DropTable(
                name: "areas");

            migrationBuilder.DropTable(
                name: "bank_holiday_decisions");

            migrationBuilder.DropTable(
                name: "calendar_alarms");

            migrationBuilder.DropTable(
                name: "calendar_refreshes");

            migrationBuilder.DropTable(
                name: "calendar_snapshots");

            migrationBuilder.DropTable(
                name: "clock");

            migrationBuilder.DropTable(
                name: "contacts");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "inspection_events");

            migrationBuilder.DropTable(
                name: "inspections");

            migrationBuilder.DropTable(
                name: "lano_links");

            migrationBuilder.DropTable(
                name: "lano_sessions");

            migrationBuilder.DropTable(
                name: "list_findings");

            migrationBuilder.DropTable(
                name: "list_readings");

            migrationBuilder.DropTable(
                name: "notice_attempts");

            migrationBuilder.DropTable(
                name: "notice_deliveries");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "private_reasons");

            migrationBuilder.DropTable(
                name: "publication_holds");

            migrationBuilder.DropTable(
                name: "school_holidays");

            migrationBuilder.DropTable(
                name: "tracked_children");

            migrationBuilder.DropTable(
                name: "tracking_draws");
        }
    }
}
