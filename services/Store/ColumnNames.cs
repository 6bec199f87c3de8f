using System.Text;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Store;

/// <summary>Columns are named as the properties are, in small letters with underscores.</summary>
internal static class ColumnNames
{
    public static void Name(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
