using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AreaSend.Services.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PassedOver : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "passed_over",
                table: "documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "passed_over",
                table: "documents");
        }
    }
}
