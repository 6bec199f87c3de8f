using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AreaSend.Services.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NoticesInDoubt : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "telephone",
                table: "people",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "answer_lost",
                table: "notices",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "written_as_of",
                table: "notices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "address",
                table: "notice_deliveries",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "telephone",
                table: "people");

            migrationBuilder.DropColumn(
                name: "answer_lost",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "written_as_of",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "address",
                table: "notice_deliveries");
        }
    }
}
