using PartyCms.Kernel.Data;
using PartyCms.Kernel.Outbox;
using PartyCms.WeChat.Conversation;

namespace PartyCms.WeChat.Callback;

/// <summary>Handles each push once, however often and on however many nodes WeChat delivers it.</summary>
internal sealed class AnswerPush(
    CmsDbContext db,
    IDatabaseProvider provider,
    ComposeReply composeReply,
    IEnumerable<IPushHandler> handlers,
    WriteTurns turns,
    OutboxWriter outbox,
    TimeProvider clock)
{
    /// <summary>
    /// The content of the answer, for a repeated push the same as before; null where there is nothing to say.
    /// </summary>
    public async Task<string?> RunAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var key = DeduplicationKey.Of(message);
        if (await FindAsync(key, cancellationToken) is { } handled)
        {
            return handled.Reply;
        }

        // Composing only reads, so it stands outside of the transaction: writers of a busy site need not wait for it.
        var reply = await composeReply.RunAsync(message, cancellationToken);
        var content = ReplyWriter.WriteContent(reply, message.Content);

        using var turn = await turns.TakeAsync(cancellationToken);

        // The row goes first, in the transaction of all effects: a repetition that arrives meanwhile waits for it and
        // loses, and after a crash nothing is left in the way of the next repetition.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Add(new InboundPush { Key = key, ReceivedUtc = clock.GetUtcNow(), Reply = content });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            await transaction.RollbackAsync(cancellationToken);
            return (await FindAsync(key, cancellationToken))?.Reply;
        }

        foreach (var handler in handlers)
        {
            await handler.HandleAsync(new HandledPush(message, reply), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        outbox.Wake();
        return content;
    }

    private Task<InboundPush?> FindAsync(string key, CancellationToken cancellationToken) =>
        db.Set<InboundPush>().AsNoTracking().SingleOrDefaultAsync(push => push.Key == key, cancellationToken);
}
