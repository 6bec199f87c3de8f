using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AreaSend.Services.Store;

/// <summary>
/// A question that every step of the engine asks: Entity Framework takes it apart once for each database, and not each time. Rows are not tracked.
/// </summary>
internal sealed class CompiledQuery<TArgument, TRow>(Expression<Func<StoreContext, TArgument, IQueryable<TRow>>> question)
{
    private readonly ConditionalWeakTable<IModel, Func<StoreContext, TArgument, IAsyncEnumerable<TRow>>> _byModel = [];

    /// <summary>The answer as it is now.</summary>
    public ValueTask<List<TRow>> ListAsync(StoreContext context, TArgument argument, CancellationToken cancellation) =>
        _byModel.GetValue(context.Model, _ => EF.CompileAsyncQuery(question))(context, argument).ToListAsync(cancellation);
}
