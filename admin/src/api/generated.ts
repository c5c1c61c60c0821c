/* Made by npm run api from the published contract; changes belong there. */
export interface paths {
    "/api/admin/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看商品资料 / See a product */
        get: operations["get_products_id"];
        /** 保存商品 / Save a product */
        put: operations["put_products_id"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看商品列表 / List products */
        get: operations["get_products"];
        put?: never;
        /** 保存商品 / Save a product */
        post: operations["post_products"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/products/{id}/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上架商品 / List a product */
        post: operations["post_products_id_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/products/{id}/unlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 下架商品 / Unlist a product */
        post: operations["post_products_id_unlist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/products/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传商品图片 / Upload a product picture */
        post: operations["post_products_images"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看分类 / See categories */
        get: operations["get_categories"];
        put?: never;
        /** 保存分类 / Save a category */
        post: operations["post_categories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 保存分类 / Save a category */
        put: operations["put_categories_id"];
        post?: never;
        /** 删除分类 / Delete a category */
        delete: operations["delete_categories_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看客户列表 / List customers */
        get: operations["get_customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看一位客户 / See a customer */
        get: operations["get_customers_id_guid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看试算平衡表 / See the trial balance */
        get: operations["get_ledger_trial_balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 员工列表 / List staff */
        get: operations["get_staff"];
        put?: never;
        /** 添加员工 / Add a member of staff */
        post: operations["post_staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改员工 / Change a member of staff */
        put: operations["put_staff_id_guid"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/staff/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改员工 / Change a member of staff */
        post: operations["post_staff_id_guid_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/staff/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改员工 / Change a member of staff */
        post: operations["post_staff_id_guid_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 岗位列表 / List roles */
        get: operations["get_roles"];
        put?: never;
        /** 保存岗位 / Save a role */
        post: operations["post_roles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/roles/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 保存岗位 / Save a role */
        put: operations["put_roles_code"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 权限列表 / List permissions */
        get: operations["get_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/permissions/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 权限总表 / Permission matrix */
        get: operations["get_permissions_matrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 令牌列表 / List access tokens */
        get: operations["get_tokens"];
        put?: never;
        /** 创建访问令牌 / Make an access token */
        post: operations["post_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 作废访问令牌 / Revoke an access token */
        delete: operations["delete_tokens_id_guid"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改自己的密码 / Change one's own password */
        post: operations["post_session_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/session/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 开关动态码 / Turn codes on or off */
        put: operations["put_session_code"];
        /** 准备动态码 / Set up a code generator */
        post: operations["post_session_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 操作记录 / Audit log */
        get: operations["get_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的操作记录 / My own records */
        get: operations["get_audit_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核验操作记录 / Verify the audit log */
        get: operations["get_audit_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 签名检查点 / Signed checkpoints */
        get: operations["get_audit_checkpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 实时更新 / Live updates */
        get: operations["get_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/settings/shop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看店铺设置 / Read shop settings */
        get: operations["get_settings_shop"];
        /** 保存店铺设置 / Save shop settings */
        put: operations["put_settings_shop"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/operations/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待处理事项 / List cases */
        get: operations["get_operations_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/operations/cases/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 关闭待处理事项 / Close a case */
        post: operations["post_operations_cases_id_guid_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/operations/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 发出的消息 / List outgoing messages */
        get: operations["get_operations_outbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/operations/outbox/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新发送或处理 / Try a message again */
        post: operations["post_operations_outbox_id_guid_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/operations/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 收到的消息 / List arrived messages */
        get: operations["get_operations_inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/operations/inbox/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新发送或处理 / Try a message again */
        post: operations["post_operations_inbox_id_guid_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock/{sku}/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看库存流水 / List stock movements */
        get: operations["get_stock_sku_movements"];
        put?: never;
        /** 调整库存 / Adjust stock */
        post: operations["post_stock_sku_movements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock/{sku}/warning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 设置警戒线 / Set a warning line */
        put: operations["put_stock_sku_warning"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看仓库 / List locations */
        get: operations["get_locations"];
        put?: never;
        /** 保存仓库 / Save a location */
        post: operations["post_locations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/settings/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看收款设置 / See payment settings */
        get: operations["get_settings_payments"];
        /** 保存收款设置 / Save payment settings */
        put: operations["put_settings_payments"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{number}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认订单 / Confirm an order */
        post: operations["post_orders_number_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{number}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 暂停订单 / Hold an order */
        post: operations["post_orders_number_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{number}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复订单 / Release an order */
        post: operations["post_orders_number_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{number}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消订单 / Cancel an order */
        post: operations["post_orders_number_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{number}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 完成订单 / Complete an order */
        post: operations["post_orders_number_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{number}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退款 / Refund an order */
        post: operations["post_orders_number_refunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{number}/refunds/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 算一笔退款 / Work out a refund */
        post: operations["post_orders_number_refunds_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/assurance/orphans/{id}/attach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 把款归到订单 / Attach money to an order */
        post: operations["post_assurance_orphans_id_guid_attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/assurance/orphans/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回无主款项 / Return money without an order */
        post: operations["post_assurance_orphans_id_guid_refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{number}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 备注订单 / Note an order */
        post: operations["post_orders_number_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{number}/flag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 备注订单 / Note an order */
        post: operations["post_orders_number_flag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 数订单 / Count orders */
        get: operations["get_orders_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/settings/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看配送设置 / See delivery settings */
        get: operations["get_settings_delivery"];
        /** 保存配送设置 / Save delivery settings */
        put: operations["put_settings_delivery"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{number}/fulfillments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发货 / Ship an order */
        post: operations["post_orders_number_fulfillments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{number}/pickup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核销自提 / Hand over at the counter */
        post: operations["post_orders_number_pickup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{number}/deliveries/{shipment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 标记送达 / Mark delivered */
        post: operations["post_orders_number_deliveries_shipment_guid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/carriers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看承运方 / List carriers */
        get: operations["get_carriers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/imports/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入商品文件 / Import a product file */
        post: operations["post_imports_products"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/imports/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入订单文件 / Import a file of orders */
        post: operations["post_imports_orders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看导入记录 / See imports */
        get: operations["get_imports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看渠道 / See the channels */
        get: operations["get_channels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/channels/arrivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看未归单 / List orders that are not home */
        get: operations["get_channels_arrivals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/channels/arrivals/{channel}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看一张未归单 / See an order that is not home */
        get: operations["get_channels_arrivals_channel_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/channels/arrivals/{channel}/{id}/match-sku": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对应货号 / Match a channel's SKU */
        post: operations["post_channels_arrivals_channel_id_match_sku"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/channels/arrivals/{channel}/{id}/mend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补收件信息 / Mend a recipient */
        post: operations["post_channels_arrivals_channel_id_mend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/channels/arrivals/{channel}/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接受渠道价格 / Accept a channel's price */
        post: operations["post_channels_arrivals_channel_id_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/channels/arrivals/{channel}/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重试归单 / Try an order again */
        post: operations["post_channels_arrivals_channel_id_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/channels/arrivals/{channel}/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不归单 / Dismiss a channel's order */
        post: operations["post_channels_arrivals_channel_id_dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一次导入 / See an import */
        get: operations["get_imports_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看推送接收方 / List webhook receivers */
        get: operations["get_webhooks"];
        put?: never;
        /** 添加推送接收方 / Add a webhook receiver */
        post: operations["post_webhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改推送接收方 / Change a webhook receiver */
        put: operations["put_webhooks_id_guid"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更换推送密钥 / Rotate a webhook secret */
        post: operations["post_webhooks_id_guid_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 启用或停用推送 / Switch a webhook receiver */
        put: operations["put_webhooks_id_guid_state"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发送测试推送 / Send a test webhook */
        post: operations["post_webhooks_id_guid_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看推送记录 / See what was sent */
        get: operations["get_webhooks_id_guid_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{id}/deliveries/{message}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看推送内容 / See a message that was sent */
        get: operations["get_webhooks_id_guid_deliveries_message_guid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新推送 / Replay webhooks */
        post: operations["post_webhooks_id_guid_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/notices/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看通知方式 / See the ways of notices */
        get: operations["get_notices_ways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/notices/ways/{way}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发送测试通知 / Send a test notice */
        post: operations["post_notices_ways_way_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/notices/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看提醒 / List alerts */
        get: operations["get_notices_alerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/notices/alerts/{id}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 标记提醒已看 / Mark an alert as seen */
        post: operations["post_notices_alerts_id_guid_seen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/assurance/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看上次核对 / See the last check */
        get: operations["get_assurance_check"];
        put?: never;
        /** 核对全部恒等式 / Check every equation */
        post: operations["post_assurance_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/assurance/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看没归上的 / See the gaps */
        get: operations["get_assurance_gaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/assurance/causes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看原因和办法 / See causes and remedies */
        get: operations["get_assurance_causes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/assurance/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看设置检查 / See the settings check */
        get: operations["get_assurance_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看归单灯 / See the proof light */
        get: operations["get_proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{number}/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看订单的证据链 / See an order's chain of proof */
        get: operations["get_orders_number_chain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/assurance/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看归单日表 / See the sheet of a day */
        get: operations["get_assurance_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/assurance/sheet/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看日表明细 / See the rows of a sheet */
        get: operations["get_assurance_sheet_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/assurance/sheet/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出日表 / Export the sheet of a day */
        get: operations["get_assurance_sheet_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/assurance/bills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核对支付方账单 / Match a provider's bill */
        post: operations["post_assurance_bills"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/assurance/bills/refunds/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记在支付方后台做的退款 / Record a refund made at the provider */
        post: operations["post_assurance_bills_refunds_id_guid_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/export/{what}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出核对数据 / Export data for auditors */
        get: operations["get_export_what"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我是谁 / Who am I */
        get: operations["get_session"];
        put?: never;
        /** 登录 / Sign in */
        post: operations["post_session"];
        /** 退出登录 / Sign out */
        delete: operations["delete_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看订单列表 / List orders */
        get: operations["get_orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看一个订单 / See an order */
        get: operations["get_orders_number"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看库存列表 / List stock */
        get: operations["get_stock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看一个货号的库存 / See a SKU's stock */
        get: operations["get_stock_sku"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看今天 / See today */
        get: operations["get_home"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description One account's sums over all time. */
        AccountBalance: {
            code: string;
            name: string;
            debit: components["schemas"]["Money"];
            credit: components["schemas"]["Money"];
            balance: components["schemas"]["Money"];
        };
        /** @description What a person can click. */
        ActionView: {
            /** @description Stable, such as `place_money`. */
            name: string;
            title: string;
            /** @description A page of the back office. */
            link: string;
        };
        /** @description Where the parcel goes. District and postcode may be empty. */
        Address: {
            country?: null | string;
            province?: null | string;
            city?: null | string;
            district?: null | string;
            line?: null | string;
            postcode?: null | string;
            /** @description In one line, largest first, as Chinese labels have it. */
            readonly oneLine?: string;
        };
        /** @description A saved address. */
        AddressView: {
            /** Format: uuid */
            id: string;
            isDefault: boolean;
            name: string;
            phone: string;
            province: string;
            city: string;
            district: null | string;
            line: string;
            postcode: null | string;
            country: null | string;
        };
        AdjustStockAdjusted: {
            sku: string;
            location: string;
            /** Format: int64 */
            onHand: number;
            /** Format: int64 */
            reserved: number;
            /** Format: int64 */
            allocated: number;
            /** Format: int64 */
            available: number;
        };
        AdjustStockCommand: {
            /** Format: int64 */
            quantity: number;
            reason: string;
            location?: null | string;
        };
        AdminActions: {
            confirm: boolean;
            hold: boolean;
            release: boolean;
            cancel: boolean;
            ship: boolean;
            refund: boolean;
            handOver: boolean;
            complete: boolean;
        };
        AdminLevel: {
            location: string;
            locationName: string;
            /** Format: int64 */
            onHand: number;
            /** Format: int64 */
            reserved: number;
            /** Format: int64 */
            allocated: number;
            /** Format: int64 */
            available: number;
        };
        /** @description One order with everything that staff work with. */
        AdminOrder: {
            number: string;
            channel: string;
            externalNumber: null | string;
            /** Format: date-time */
            placedAt: string;
            customer: components["schemas"]["CustomerBrief"];
            total: components["schemas"]["Money"];
            paid: components["schemas"]["Money"];
            paymentMethod: null | string;
            status: components["schemas"]["DisplayState"];
            statusText: string;
            statusMeaning: string;
            payment: components["schemas"]["PaymentState"];
            fulfillment: components["schemas"]["FulfillmentState"];
            attention: components["schemas"]["Attention"][];
            /** Format: date-time */
            deadline: null | string;
            lines: components["schemas"]["OrderLineView"][];
            /** Format: int32 */
            lineCount: number;
            /** Format: int64 */
            unitCount: number;
            flag: null | string;
            note: null | string;
            tags: string[];
            next: null | string;
            money: components["schemas"]["OrderMoney"];
            recipient: components["schemas"]["RecipientView"];
            deliveryMethod: components["schemas"]["CodeName"];
            buyerNote: null | string;
            shipments: components["schemas"]["ShipmentView"][];
            payments: components["schemas"]["PaymentView"][];
            refunds: components["schemas"]["RefundView"][];
            timeline: components["schemas"]["TimelineEntry"][];
            chain: components["schemas"]["ChainLink"][];
            actions: components["schemas"]["AdminActions"];
            blocked: null | components["schemas"]["BlockedView"];
            publicUrl: string;
            buyer: null | components["schemas"]["BuyerView"];
        };
        AdminProductRow: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            nameEn: string;
            status: components["schemas"]["ProductStatus"];
            image: null | string;
            price: components["schemas"]["Money"];
            priceMax: components["schemas"]["Money"];
            /** Format: int32 */
            variantCount: number;
            /** Format: int64 */
            available: number;
            skus: string[];
            categories: string[];
            /** Format: date-time */
            updatedAt: string;
            missing: components["schemas"]["MissingView"][];
        };
        AdminStock: {
            sku: string;
            product: string;
            options: string;
            image: null | string;
            levels: components["schemas"]["AdminLevel"][];
            /** Format: int64 */
            onHand: number;
            /** Format: int64 */
            reserved: number;
            /** Format: int64 */
            allocated: number;
            /** Format: int64 */
            available: number;
            /** Format: int64 */
            warnAt: null | number;
        };
        AdminStockRow: {
            sku: string;
            product: string;
            options: string;
            image: null | string;
            /** Format: int64 */
            onHand: number;
            /** Format: int64 */
            reserved: number;
            /** Format: int64 */
            allocated: number;
            /** Format: int64 */
            available: number;
            /** Format: int64 */
            warnAt: null | number;
        };
        AlertRow: {
            /** Format: uuid */
            id: string;
            kind: string;
            subject: string;
            cause: string;
            remedy: string;
            order: null | string;
            state: components["schemas"]["AlertState"];
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            toldAt: null | string;
            /** Format: date-time */
            escalatedAt: null | string;
            /** Format: date-time */
            seenAt: null | string;
            seenBy: null | string;
            /** Format: date-time */
            closedAt: null | string;
        };
        /**
         * @description How far the staff has been told of a cause.
         * @enum {unknown}
         */
        AlertState: "waiting" | "told" | "escalated" | "closing" | "closed";
        /** @description One order of a channel with everything that is known of it. */
        ArrivalDetail: {
            row: components["schemas"]["ArrivalRow"];
            problems: components["schemas"]["ProblemView"][];
            recipient: null | components["schemas"]["RecipientView"];
            mended: boolean;
            lines: components["schemas"]["ArrivalLineView"][];
            goods: null | components["schemas"]["Money"];
            discount: null | components["schemas"]["Money"];
            freight: null | components["schemas"]["Money"];
            tax: null | components["schemas"]["Money"];
            refunded: null | components["schemas"]["Money"];
            note: null | string;
            raw: null | components["schemas"]["RawView"];
        };
        /** @description One line as the channel has it, with our goods where they are known. */
        ArrivalLineView: {
            externalId: string;
            theirs: string;
            name: string;
            options: string;
            /** Format: int64 */
            quantity: number;
            unitPrice: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            sku: null | string;
            goods: null | string;
        };
        /** @description One order of a channel in the list of those that are not home. */
        ArrivalRow: {
            channel: string;
            channelName: string;
            externalId: string;
            externalNumber: string;
            state: components["schemas"]["ArrivalState"];
            cause: null | string;
            causeText: null | string;
            /** @description The first thing in the way, with its figures. */
            detail: null | string;
            remedy: null | string;
            /** @description What can be clicked: match_sku, mend, accept, retry, dismiss. */
            remedies: string[];
            buyer: null | components["schemas"]["CustomerBrief"];
            amount: null | components["schemas"]["Money"];
            payment: components["schemas"]["ChannelPayment"];
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            changedAt: null | string;
            /** Format: int32 */
            attempts: number;
            /** Format: date-time */
            triedAt: string;
            order: null | string;
            reason: null | string;
            suggested?: null | components["schemas"]["ArrivalSuggestion"];
        };
        /**
         * @description Where an order of a channel stands: it waits for somebody, it is an order here, or it never will be.
         * @enum {unknown}
         */
        ArrivalState: "waiting" | "placed" | "dismissed";
        /** @description What an unknown SKU of a channel seems to be here. */
        ArrivalSuggestion: {
            /** @description What the channel calls it, as the remedy wants it. */
            theirs: string;
            sku: string;
            goods: string;
            options: string;
        };
        AttachMoneyCommand: {
            order: string;
        };
        Attention: {
            code: string;
            text: string;
        };
        /** @description Where a chain does not hold, and why. */
        AuditBreak: {
            /** @description `chain-seq` of the row, or `checkpoint-seq`. */
            place: string;
            why: string;
        };
        /** @description One thing that somebody did, as people read it. */
        AuditRow: {
            /** @description Chain and position: `0199…-17`. */
            id: string;
            /** Format: date-time */
            at: string;
            /** @description Stable: `staff:…`, `token:…`, `customer:…`, `system`. */
            actor: string;
            /** @description What people call the actor. */
            actorName: string;
            ip: null | string;
            operation: string;
            operationName: string;
            target: string;
            before: null | string;
            after: null | string;
            reason: null | string;
        };
        /** @description What verifying the audit log found. */
        AuditVerdict: {
            whole: boolean;
            /** Format: int64 */
            entries: number;
            /** Format: int32 */
            chains: number;
            /** Format: int64 */
            checkpoints: number;
            keyId: string;
            firstBroken: null | components["schemas"]["AuditBreak"];
            /** Format: date-time */
            checkedAt: string;
        };
        /**
         * @description What the program does about a cause by itself.
         * @enum {unknown}
         */
        AutoRepair: "none" | "continuous" | "once";
        /** @description What a match found. */
        BillMatch: {
            provider: string;
            /** Format: date */
            date: string;
            /** Format: int32 */
            lines: number;
            /** Format: int32 */
            matched: number;
            /**
             * Format: int32
             * @description Lines on which the provider has not answered yet; they are looked at again.
             */
            waiting: number;
            /** Format: int32 */
            differences: number;
            payments: components["schemas"]["Money"];
            refunds: components["schemas"]["Money"];
            fees: components["schemas"]["Money"];
        };
        /**
         * @description Where the bill of a provider's day stands.
         * @enum {unknown}
         */
        BillState: "awaited" | "matched";
        BlockedView: {
            code: string;
            title: string;
            detail: string;
            remedy: string;
        };
        /** @description The first row that does not hold, with what to do about it. */
        BrokenView: {
            key: string;
            expected: string;
            actual: string;
            remedy: string;
            /** @description The correcting entry in minor units; null where no entry can set it right. */
            correction: null | string;
        };
        /** @description The account that an order belongs to. */
        BuyerView: {
            /** Format: uuid */
            id: string;
            /** @description Null when the account was erased. */
            name: null | string;
        };
        CancelOrderCommand: {
            reason?: null | string;
        };
        /** @description A carrier that can be chosen when shipping. */
        CarrierView: {
            code: string;
            name: string;
        };
        CaseRow: {
            /** Format: uuid */
            id: string;
            kind: string;
            subject: string;
            cause: string;
            remedy: string;
            order: null | string;
            amount: null | components["schemas"]["Money"];
            /** Format: date-time */
            since: string;
            state: components["schemas"]["CaseState"];
            /** Format: date-time */
            closedAt: null | string;
            outcome: null | string;
        };
        /**
         * @description Whether somebody still has to look.
         * @enum {unknown}
         */
        CaseState: "open" | "closed";
        /** @description A node of the category tree. */
        Category: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: components["schemas"]["Text"];
            /**
             * Format: uuid
             * @description Id of the node above, or null at the top.
             */
            parent: null | string;
            /**
             * Format: int32
             * @description Order among its siblings.
             */
            position: number;
        };
        /** @description A category as it is sent. */
        CategoryBody: {
            name: components["schemas"]["Text"];
            /** @description Left out, it is made from the name. */
            slug?: null | string;
            /** Format: uuid */
            parent?: null | string;
            /**
             * Format: int32
             * @description Left out, it comes last among its siblings or stays where it is.
             */
            position?: null | number;
            /**
             * Format: uuid
             * @description Not read, like the count: both may come back as they were sent.
             */
            id?: null | string;
            /** Format: int32 */
            count?: null | number;
        };
        /** @description A category as lists show it; the tree is told by `parent`. */
        CategoryRow: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: components["schemas"]["Text"];
            /** Format: uuid */
            parent: null | string;
            /** Format: int32 */
            position: number;
            /**
             * Format: int32
             * @description Products directly in it, listed or not.
             */
            count: number;
        };
        /** @description Cases that began on a day of the shop. */
        CauseDay: {
            /** Format: date */
            date: string;
            /** Format: int32 */
            cases: number;
            /** Format: int32 */
            open: number;
            /** Format: int32 */
            solved: number;
            /**
             * Format: int32
             * @description Those whose cause is in no line of the catalogue.
             */
            unknown: number;
            /**
             * Format: double
             * @description Their share; null on a day without cases.
             */
            unknownShare: null | number;
        };
        /**
         * @description Where a cause lies, in the words in which merchants look for it.
         * @enum {unknown}
         */
        CauseGroup: "system" | "transmission" | "settings" | "operation" | "permission" | "records" | "communication" | "network" | "third_party" | "integration";
        /** @description A cause with what it means for merchant and customer, and how often it was met. */
        CauseView: {
            code: string;
            group: components["schemas"]["CauseGroup"];
            groupName: string;
            title: string;
            /** @description How it is detected. */
            found: string;
            remedy: string;
            /** @description What the customer reads on the page of the order; null when it does not concern one. */
            customer: null | string;
            action: components["schemas"]["ActionView"];
            auto: components["schemas"]["AutoRepair"];
            /** @description What the program does by itself; null when a person decides. */
            repair: null | string;
            /** Format: int32 */
            deadlineMinutes: number;
            /** Format: int32 */
            escalateMinutes: number;
            /**
             * Format: int32
             * @description Cases that are open now.
             */
            open: number;
            /**
             * Format: int32
             * @description Cases of the last days that are closed.
             */
            solved: number;
        };
        /** @description The catalogue with its counts. */
        CausesView: {
            causes: components["schemas"]["CauseView"][];
            days: components["schemas"]["CauseDay"][];
        };
        /** @description One link of an order's chain of proof. */
        ChainLink: {
            /** @description channel, order, payment, reservation, shipment, carrier or refund. */
            link: string;
            title: string;
            state: components["schemas"]["LinkState"];
            /** Format: date-time */
            at: null | string;
            /**
             * Format: int64
             * @description How long it has been open; null when it is not.
             */
            ageSeconds: null | number;
            text: string;
            evidence: components["schemas"]["Evidence"][];
        };
        /** @description How a channel is doing. */
        ChannelHealth: {
            channel: string;
            name: string;
            configured: boolean;
            missing: string[];
            polls: boolean;
            webhookUrl: string;
            /** Format: date-time */
            lastWebhookAt: null | string;
            /** Format: date-time */
            lastPollAt: null | string;
            /** Format: date-time */
            pollTriedAt: null | string;
            /**
             * Format: int64
             * @description How old the oldest change may be that is not here yet; null where nothing is polled.
             */
            lagSeconds: null | number;
            pollError: null | string;
            /** Format: date-time */
            failingSince: null | string;
            subscription: null | components["schemas"]["SubscriptionState"];
            subscriptionText: null | string;
            /** Format: date-time */
            subscriptionAt: null | string;
            /** Format: int32 */
            waiting: number;
        };
        /**
         * @description How far an order is paid, in the channel's eyes.
         * @enum {unknown}
         */
        ChannelPayment: "pending" | "paid" | "partly_paid" | "refunded" | "partly_refunded" | "voided";
        /** @description A check of all equations. */
        CheckView: {
            /**
             * Format: date-time
             * @description Null when none was ever made.
             */
            checkedAt: null | string;
            /** @description Everything was looked at; otherwise what is about two days old or younger. */
            full: boolean;
            /** Format: int64 */
            milliseconds: number;
            equations: components["schemas"]["EquationView"][];
        };
        /** @description One signed checkpoint as it is exported. */
        CheckpointLine: {
            /** Format: int64 */
            seq: number;
            /** Format: date-time */
            at: string;
            text: string;
            hash: string;
            /** @description Ed25519 over the UTF-8 of the text, base64. */
            signature: string;
            keyId: string;
            publicKey: string;
        };
        CodeName: {
            code: string;
            name: string;
        };
        /** @description The secret for a code generator. */
        CodeSecret: {
            /** @description To type in, Base32. */
            secret: string;
            /** @description The same for a QR code. */
            uri: string;
        };
        /** @description Whom to reach. */
        Contact: {
            name: string;
            phone?: null | string;
            email?: null | string;
        };
        CustomerBrief: {
            name: string;
            phone: string;
            place: string;
        };
        /** @description One customer with his addresses; masked like the list. */
        CustomerDetail: {
            /** Format: uuid */
            id: string;
            name: string;
            phone: null | string;
            email: null | string;
            /** Format: date-time */
            createdAt: string;
            addresses: components["schemas"]["AddressView"][];
        };
        /** @description A customer in the back office's list; masked for readers without `customers.personal`. */
        CustomerRow: {
            /** Format: uuid */
            id: string;
            name: string;
            phone: null | string;
            email: null | string;
            /** Format: date-time */
            createdAt: string;
        };
        /** @description A way to bring goods to the customer, with what speaks for and against it. */
        DeliveryMethod: {
            code: string;
            name: components["schemas"]["Text"];
            /** @description courier, post, pickup or sf. */
            kind: string;
            enabled: boolean;
            price: components["schemas"]["Money"];
            freeFrom: null | components["schemas"]["Money"];
            /** Format: int32 */
            daysMin: number;
            /** Format: int32 */
            daysMax: number;
            reach: components["schemas"]["Reach"];
            pros: components["schemas"]["Text"];
            cons: components["schemas"]["Text"];
            /** @description The carrier proposed when shipping. */
            carrier: null | string;
            pickup: null | components["schemas"]["PickupPoint"];
            readonly isPickup?: boolean;
        };
        /** @description The ways to deliver, in the order in which they are offered. */
        DeliverySettings: {
            methods: components["schemas"]["DeliveryMethod"][];
        };
        DismissArrivalCommand: {
            reason?: null | string;
        };
        /**
         * @description The one state that merchant and customer see; derived.
         * @enum {unknown}
         */
        DisplayState: "awaiting_payment" | "paid" | "awaiting_shipment" | "partly_shipped" | "shipped" | "completed" | "refunding" | "refund_completed" | "canceled";
        /** @description Done, and there is nothing more to say. */
        Done: Record<string, never>;
        /** @description One equation after a check. */
        EquationView: {
            name: string;
            /** @description What must be equal. */
            title: string;
            /**
             * Format: int64
             * @description Rows compared.
             */
            checked: number;
            /**
             * Format: int64
             * @description Rows that differ.
             */
            broken: number;
            firstBroken: null | components["schemas"]["BrokenView"];
        };
        /** @description What proves a link: who said it, when, and where the raw text lies. */
        Evidence: {
            /** @description notice, query, close, bill, channel, carrier, staff, shop. */
            source: string;
            title: string;
            /** Format: date-time */
            at: string;
            /** @description The transaction, the parcel's number, the message's id. */
            reference: string;
            said: string;
            /** @description Said by somebody outside the shop. */
            outside: boolean;
        };
        /** @description One fault in the reader's language. */
        FaultText: {
            /** Format: int32 */
            line: number;
            column: null | string;
            code: string;
            text: string;
            value: null | string;
        };
        Figures: {
            sales: components["schemas"]["PairOfMoney"];
            orders: components["schemas"]["PairOfint"];
            average: components["schemas"]["PairOfMoney"];
            paidShare: components["schemas"]["PairOfdouble"];
        };
        /**
         * @description Whether the goods are on their way; derived from quantities.
         * @enum {unknown}
         */
        FulfillmentState: "unfulfilled" | "partly" | "shipped" | "delivered";
        /** @description Something that has not come home: why, how old, how much, and what mends it. */
        Gap: {
            /** Format: uuid */
            id: string;
            /** @description Stable, such as `stuck.paid` or `payment`. */
            kind: string;
            subject: string;
            /** @description The line of the catalogue; `unknown` when none fits. */
            causeCode: string;
            causeTitle: string;
            cause: string;
            order: null | string;
            amount: null | components["schemas"]["Money"];
            /** Format: date-time */
            since: string;
            /**
             * Format: date-time
             * @description Until when it must be dealt with.
             */
            deadline: string;
            remedy: string;
            action: components["schemas"]["ActionView"];
            repair: components["schemas"]["RepairView"];
        };
        HandOverCommand: {
            code: string;
        };
        HoldOrderCommand: {
            reason: string;
        };
        HomeView: {
            /** Format: date-time */
            asOf: string;
            work: components["schemas"]["WorkItem"][];
            figures: components["schemas"]["Figures"];
            hours: components["schemas"]["Hours"];
            proof: components["schemas"]["ProofSummary"];
            sellingOut: components["schemas"]["SellingOutView"][];
        };
        Hours: {
            today: (null | number)[];
            lastWeek: (null | number)[];
        };
        /** @description A picture as it is sent: one that was uploaded, or an address elsewhere. */
        ImageBody: {
            url: string;
            id?: null | string;
            alt?: null | components["schemas"]["Text"];
        };
        /** @description An import with its faults in the reader's language. */
        ImportDetail: {
            /** Format: uuid */
            id: string;
            file: string;
            format: string;
            dryRun: boolean;
            onError: components["schemas"]["OnImportError"];
            state: components["schemas"]["ImportState"];
            /** Format: int32 */
            rows: number;
            /** Format: int32 */
            done: number;
            /** Format: int32 */
            created: number;
            /** Format: int32 */
            updated: number;
            /** Format: int32 */
            unchanged: number;
            /** Format: int32 */
            failed: number;
            /** Format: int32 */
            faults: number;
            /** Format: date-time */
            queuedAt: string;
            /** Format: date-time */
            startedAt: null | string;
            /** Format: date-time */
            finishedAt: null | string;
            errors: components["schemas"]["FaultText"][];
        };
        /**
         * @description Where an import stands.
         * @enum {unknown}
         */
        ImportState: "queued" | "running" | "done" | "failed";
        /** @description An import with how far it is. */
        ImportView: {
            /** Format: uuid */
            id: string;
            file: string;
            format: string;
            dryRun: boolean;
            onError: components["schemas"]["OnImportError"];
            state: components["schemas"]["ImportState"];
            /**
             * Format: int32
             * @description Rows in the file; 0 until they are counted.
             */
            rows: number;
            /**
             * Format: int32
             * @description Rows that are behind it.
             */
            done: number;
            /**
             * Format: int32
             * @description Products, as the next three.
             */
            created: number;
            /** Format: int32 */
            updated: number;
            /** Format: int32 */
            unchanged: number;
            /** Format: int32 */
            failed: number;
            /**
             * Format: int32
             * @description Wrong cells and rows, of which the first thousand are kept.
             */
            faults: number;
            /** Format: date-time */
            queuedAt: string;
            /** Format: date-time */
            startedAt: null | string;
            /** Format: date-time */
            finishedAt: null | string;
        };
        /** @description A message that arrived, without its content. */
        InboxRow: {
            /** Format: uuid */
            id: string;
            source: string;
            eventKey: string;
            bodyHash: string;
            state: components["schemas"]["MessageState"];
            /** Format: int32 */
            attempts: number;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            processedAt: null | string;
            outcome: null | string;
        };
        LineBrief: {
            sku: string;
            name: string;
            options: string;
            image: null | string;
            /** Format: int64 */
            quantity: number;
        };
        /** @description So many units of a SKU. */
        LineShipped: {
            sku: string;
            /** Format: int64 */
            quantity: number;
        };
        /**
         * @description How a link of the chain stands.
         * @enum {unknown}
         */
        LinkState: "proved" | "open" | "contradicted" | "not_needed";
        /** @description A place that holds goods. */
        LocationView: {
            code: string;
            name: components["schemas"]["Text"];
        };
        /** @description A token that was just made. */
        MadeToken: {
            /** Format: uuid */
            id: string;
            name: string;
            role: string;
            /** @description Its text, shown this once; null when a repeated request is answered again. */
            token: null | string;
            /** Format: date-time */
            expiresAt: null | string;
        };
        MatchSkuCommand: {
            theirs: string;
            sku: string;
        };
        /** @description Role × operation, read from the routes that really stand, so that it cannot differ from what is enforced. */
        Matrix: {
            roles: components["schemas"]["RoleName"][];
            operations: components["schemas"]["MatrixRow"][];
        };
        /** @description Which role may call what. */
        MatrixRow: {
            method: string;
            path: string;
            /** @description The name of the use case, or null where a route stands alone. */
            operation: null | string;
            /** @description What it needs; null where signing in is enough, or where customers call it. */
            permission: null | string;
            name: string;
            roles: string[];
        };
        MendArrivalCommand: {
            contact: components["schemas"]["Contact"];
            shippingAddress: components["schemas"]["Address"];
        };
        /**
         * @description Where a message on its way in or out stands.
         * @enum {unknown}
         */
        MessageState: "waiting" | "done" | "dead";
        /** @description One thing that a product lacks, in the reader's language. */
        MissingText: {
            code: string;
            text: string;
            field: string;
        };
        MissingView: {
            code: string;
            text: string;
            field: string;
        };
        /** @description 最小货币单位的整数和币种，19900 CNY 是 ¥199.00 / a whole number of minor units and ISO 4217: 19900 CNY is ¥199.00 */
        Money: {
            /**
             * Format: int64
             * @description Minor units; negative means the other direction.
             */
            amount: number;
            /** @description ISO 4217, three capital letters. */
            currency: string;
        };
        /** @description Money on its way back to whoever paid it. */
        MoneyReturned: {
            /** Format: uuid */
            id: string;
            state: components["schemas"]["RefundStep"];
            amount: components["schemas"]["Money"];
        };
        /** @description One change of stock as shown to staff. */
        MovementView: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            location: string;
            kind: components["schemas"]["StockMovementKind"];
            /** Format: int64 */
            onHand: number;
            /** Format: int64 */
            reserved: number;
            /** Format: int64 */
            allocated: number;
            order: null | string;
            reason: string;
            /** @description Stable: `staff:…`, `customer:…`, `system`. */
            actor: string;
            /** @description What people call the actor. */
            actorName: string;
        };
        /** @description What a new member needs. */
        NewStaff: {
            name: string;
            email: string;
            role: string;
            password: string;
        };
        NoteOrderFlagCommand: {
            flag?: null | string;
        };
        NoteOrderNoteCommand: {
            note?: null | string;
        };
        NoticeWayRow: {
            code: string;
            name: string;
            on: boolean;
            ready: boolean;
            trouble: null | string;
            to: string[];
        };
        NoticeWays: {
            ways: components["schemas"]["NoticeWayRow"][];
            escalateTo: string[];
            orders: string[];
            mailsCustomers: boolean;
        };
        /**
         * @description What happens at the first wrong row: skip its product, or stop before anything is written.
         * @enum {unknown}
         */
        OnImportError: "skip" | "stop";
        OperationsModuleReason: {
            reason: string;
        };
        /** @description A figure that a column may hold. */
        OrderColumnView: {
            code: string;
            title: string;
            /** @description Without it nothing can be read. */
            needed: boolean;
        };
        /** @description How many orders stand in each state, counted up to a thousand, and how many need somebody. */
        OrderCounts: {
            status: {
                [key: string]: number;
            };
            /** Format: int32 */
            attention: number;
        };
        /** @description What became of a file of orders. */
        OrderFileReport: {
            dryRun: boolean;
            /** Format: int32 */
            rows: number;
            /** Format: int32 */
            orders: number;
            /**
             * Format: int32
             * @description Orders that are on their way in now; of a dry run, those that would be.
             */
            taken: number;
            /**
             * Format: int32
             * @description Orders that were here before exactly so.
             */
            repeated: number;
            /**
             * Format: int32
             * @description Orders and rows that cannot be read.
             */
            failed: number;
            /** @description Of the file. */
            headings: string[];
            /** @description The heading under which each figure was found. */
            mapping: Record<string, never>;
            columns: components["schemas"]["OrderColumnView"][];
            /** @description The first faults, at most 200. */
            errors: components["schemas"]["FaultText"][];
        };
        OrderLineView: {
            id: string;
            sku: string;
            slug: string;
            name: string;
            options: string;
            image: null | string;
            unitPrice: components["schemas"]["Money"];
            /** Format: int64 */
            quantity: number;
            discount: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            /** Format: int64 */
            shipped: number;
            /**
             * Format: int64
             * @description Units that were refunded; those of refused refunds are not counted.
             */
            refunded: number;
            /**
             * Format: int64
             * @description Units that were refunded before they were shipped, and will not be.
             */
            dropped: number;
            /**
             * Format: int64
             * @description Units that came back into stock after they had been shipped.
             */
            returned: number;
        };
        OrderMoney: {
            goods: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            freight: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            paid: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            refundable: components["schemas"]["Money"];
            due: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            /** @description What of the freight may still be refunded. */
            freightLeft: components["schemas"]["Money"];
        };
        /** @description An order after a decision. */
        OrderMoved: {
            number: string;
            status: components["schemas"]["DisplayState"];
        };
        /** @description One order in the back office's list. */
        OrderRow: {
            number: string;
            channel: string;
            externalNumber: null | string;
            /** Format: date-time */
            placedAt: string;
            customer: components["schemas"]["CustomerBrief"];
            total: components["schemas"]["Money"];
            paid: components["schemas"]["Money"];
            paymentMethod: null | string;
            status: components["schemas"]["DisplayState"];
            statusText: string;
            payment: components["schemas"]["PaymentState"];
            fulfillment: components["schemas"]["FulfillmentState"];
            attention: components["schemas"]["Attention"][];
            /** Format: date-time */
            deadline: null | string;
            lines: components["schemas"]["LineBrief"][];
            /** Format: int32 */
            lineCount: number;
            /** Format: int64 */
            unitCount: number;
            flag: null | string;
            note: null | string;
            tags: string[];
            next: null | string;
            /**
             * Format: uuid
             * @description The buyer's account, or null for a guest.
             */
            customerId: null | string;
        };
        /** @description A message on its way out, without its content. */
        OutboxRow: {
            /** Format: uuid */
            id: string;
            receiver: string;
            stream: string;
            kind: string;
            state: components["schemas"]["MessageState"];
            /** Format: int32 */
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            doneAt: null | string;
            error: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfAdminProductRow: {
            items: components["schemas"]["AdminProductRow"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfAdminStockRow: {
            items: components["schemas"]["AdminStockRow"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfAlertRow: {
            items: components["schemas"]["AlertRow"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfArrivalRow: {
            items: components["schemas"]["ArrivalRow"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfAuditRow: {
            items: components["schemas"]["AuditRow"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfCaseRow: {
            items: components["schemas"]["CaseRow"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfCheckpointLine: {
            items: components["schemas"]["CheckpointLine"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfCustomerRow: {
            items: components["schemas"]["CustomerRow"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfGap: {
            items: components["schemas"]["Gap"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfImportView: {
            items: components["schemas"]["ImportView"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfInboxRow: {
            items: components["schemas"]["InboxRow"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfMovementView: {
            items: components["schemas"]["MovementView"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfOrderRow: {
            items: components["schemas"]["OrderRow"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfOutboxRow: {
            items: components["schemas"]["OutboxRow"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfRoleRow: {
            items: components["schemas"]["RoleRow"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfStaffRow: {
            items: components["schemas"]["StaffRow"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfTokenRow: {
            items: components["schemas"]["TokenRow"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfWebhookDeliveryRow: {
            items: components["schemas"]["WebhookDeliveryRow"][];
            next: null | string;
        };
        /** @description One page of a list, with the key after which the next begins; never counted exactly. */
        PageOfWebhookRow: {
            items: components["schemas"]["WebhookRow"][];
            next: null | string;
        };
        PairOfMoney: {
            today: components["schemas"]["Money"];
            lastWeek: components["schemas"]["Money"];
        };
        PairOfdouble: {
            /** Format: double */
            today: null | number;
            /** Format: double */
            lastWeek: null | number;
        };
        PairOfint: {
            /** Format: int32 */
            today: number;
            /** Format: int32 */
            lastWeek: number;
        };
        /** @description A way to pay as the merchant arranged it. */
        PaymentMethodSetting: {
            code: string;
            name: components["schemas"]["Text"];
            enabled: boolean;
        };
        /** @description The ways to pay in the merchant's order: the first is offered first. */
        PaymentMethodSettings: {
            methods: components["schemas"]["PaymentMethodSetting"][];
        };
        PaymentMethodView: {
            code: string;
            name: components["schemas"]["Text"];
            enabled: boolean;
            /** Format: int32 */
            position: number;
            configured: boolean;
            missing: string[];
        };
        /** @description The ways to pay with what is missing before each can be offered. */
        PaymentMethodsView: {
            /** Format: int64 */
            version: number;
            methods: components["schemas"]["PaymentMethodView"][];
        };
        /**
         * @description Where one attempt to pay stands. Closed and failed are final, but a late payment is still recorded as a fact.
         * @enum {unknown}
         */
        PaymentRequestState: "created" | "paid" | "closed" | "failed";
        /**
         * @description Whether the money is there; derived from amounts.
         * @enum {unknown}
         */
        PaymentState: "unpaid" | "pending" | "paid" | "partly_refunded" | "refunded" | "failed";
        PaymentView: {
            outTradeNo: string;
            provider: string;
            state: components["schemas"]["PaymentRequestState"];
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            paidAt: null | string;
            transactionId: null | string;
            /** Format: date-time */
            nextQueryAt: null | string;
            /** Format: date-time */
            expiresAt: string;
        };
        /** @description Where goods wait for those who come for them. */
        PickupPoint: {
            address: components["schemas"]["Text"];
            hours: components["schemas"]["Text"];
        };
        /** @description A stored picture. */
        Picture: {
            /** @description SHA-256 of its content. */
            id: string;
            url: string;
            /** Format: int64 */
            bytes: number;
            /**
             * Format: int32
             * @description Pixels, as the height; 0 where the format has none.
             */
            width: number;
            /** Format: int32 */
            height: number;
        };
        /** @description RFC 9457 */
        Problem: {
            type?: string;
            status: number;
            /** @description stable, such as stock.insufficient */
            code: string;
            title: string;
            detail: string;
            remedy: string;
            errors?: {
                [key: string]: string[];
            };
        };
        /** @description One thing in the way, in the reader's language. */
        ProblemView: {
            cause: string;
            text: string;
            theirs: null | string;
            name: null | string;
            sku: null | string;
            field: null | string;
            /** Format: int64 */
            asked: null | number;
            /** Format: int64 */
            available: null | number;
            expected: null | components["schemas"]["Money"];
            actual: null | components["schemas"]["Money"];
        };
        /** @description A product as a form or a program sends it. */
        ProductBody: {
            name: components["schemas"]["Text"];
            description?: null | components["schemas"]["Text"];
            seo?: null | components["schemas"]["SeoBody"];
            categories?: null | string[];
            tags?: null | string[];
            options?: null | components["schemas"]["ProductOption"][];
            variants?: null | components["schemas"]["VariantBody"][];
            images?: null | components["schemas"]["ImageBody"][];
            /** @description Left out, it is made from the name. */
            slug?: null | string;
            /**
             * Format: int64
             * @description The version that was read; needed for a change.
             */
            version?: null | number;
            status?: null | components["schemas"]["ProductStatus"];
            /**
             * Format: uuid
             * @description Not read: the address says which product it is. It may come back as it was sent, like those after it.
             */
            id?: null | string;
            missing?: null | string[];
            /** Format: date-time */
            updatedAt?: null | string;
        };
        /** @description A product as the form shows it. */
        ProductForm: {
            /** Format: uuid */
            id: string;
            slug: string;
            status: components["schemas"]["ProductStatus"];
            /** Format: int64 */
            version: number;
            name: components["schemas"]["Text"];
            description: components["schemas"]["Text"];
            seo: components["schemas"]["Seo"];
            categories: string[];
            tags: string[];
            options: components["schemas"]["ProductOption"][];
            variants: components["schemas"]["Variant"][];
            images: components["schemas"]["ProductImage"][];
            missing: components["schemas"]["MissingText"][];
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description One picture of a product. */
        ProductImage: {
            /** @description Hash of the content, or of the address where the picture lives elsewhere. */
            id: string;
            /** @description `/pictures/…`, or the address that an import named. */
            url: string;
            alt: components["schemas"]["Text"];
        };
        /** @description One thing to choose, such as color, with its values in the order in which they are shown. */
        ProductOption: {
            name: components["schemas"]["Text"];
            values: components["schemas"]["Text"][];
        };
        /**
         * @description Whether customers see a product.
         * @enum {unknown}
         */
        ProductStatus: "draft" | "listed";
        /** @description The light in the top bar. */
        ProofLight: {
            /**
             * Format: int64
             * @description Orders of today.
             */
            orders: number;
            /**
             * Format: int32
             * @description Gaps that are open, of whatever day.
             */
            open: number;
            /**
             * Format: date-time
             * @description When the equations were checked last, or null.
             */
            checkedAt: null | string;
        };
        /** @description The proof as the home page shows it. */
        ProofSummary: {
            /** Format: date-time */
            checkedAt: null | string;
            /** Format: int64 */
            ordersIn: number;
            /** Format: int64 */
            ordersMatched: number;
            /** Format: int64 */
            open: number;
            amountIn: components["schemas"]["Money"];
            amountMatched: components["schemas"]["Money"];
            /** Format: int32 */
            equationsBroken: number;
        };
        /** @description What the channel sent last, for those who may see people's data. */
        RawView: {
            eventKey: string;
            /** Format: date-time */
            receivedAt: string;
            sha256: string;
            body: null | string;
        };
        /** @description Which provinces a method serves: those listed, or all but those. */
        Reach: {
            provinces: string[];
            excluded: boolean;
        };
        RecipientView: {
            name: string;
            phone: null | string;
            email: null | string;
            country: null | string;
            province: null | string;
            city: null | string;
            district: null | string;
            line: null | string;
            postcode: null | string;
        };
        /** @description Units of one line that are to be refunded. */
        RefundLineAsk: {
            /** Format: int64 */
            quantity: number;
            /** @description The line's id; the SKU does as well where only one line has it. */
            line?: null | string;
            sku?: null | string;
            /**
             * @description True: the goods can be sold again. False: they are lost, or stay with the customer.
             * @default false
             */
            restock: boolean;
        };
        RefundOrderCommand: {
            amount?: null | components["schemas"]["Money"];
            reason?: null | string;
            lines?: null | components["schemas"]["RefundLineAsk"][];
            freight?: null | components["schemas"]["Money"];
        };
        /** @description What a refund would give back. */
        RefundPreview: {
            lines: components["schemas"]["RefundedLine"][];
            freight: components["schemas"]["Money"];
            amount: components["schemas"]["Money"];
            refundable: components["schemas"]["Money"];
            /** @description Nothing would be left to ship: the order would be over. */
            cancels: boolean;
        };
        /** @description A refund that was written and will be sent. */
        RefundRequested: {
            /** Format: uuid */
            id: string;
            state: components["schemas"]["RefundStep"];
            amount: components["schemas"]["Money"];
            status: components["schemas"]["DisplayState"];
        };
        /**
         * @description Where the money that goes back stands.
         * @enum {unknown}
         */
        RefundStep: "requested" | "sent" | "succeeded" | "failed";
        RefundView: {
            /** Format: uuid */
            id: string;
            amount: components["schemas"]["Money"];
            reason: string;
            state: components["schemas"]["RefundStep"];
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            confirmedAt: null | string;
            error: null | string;
            /** @description What it gives back of which line; empty for an amount. */
            lines: components["schemas"]["RefundedLine"][];
            freight: null | components["schemas"]["Money"];
        };
        /** @description What a refund by lines gives back of one of them. */
        RefundedLine: {
            /** @description The line's id. */
            line: string;
            sku: string;
            /** Format: int64 */
            quantity: number;
            amount: components["schemas"]["Money"];
            /**
             * Format: int64
             * @description Units that will not be shipped any more.
             */
            dropped: number;
            /**
             * Format: int64
             * @description Units that came back into stock.
             */
            returned: number;
        };
        /** @description A remedy was applied; the order has been tried again since. */
        Remedied: {
            channel: string;
            externalId: string;
        };
        /**
         * @description How far the program is with mending a gap by itself.
         * @enum {unknown}
         */
        RepairState: "none" | "planned" | "running" | "done" | "failed";
        /** @description What the program does about a gap by itself. */
        RepairView: {
            /** @description none: a person is needed. */
            state: components["schemas"]["RepairState"];
            what: null | string;
            /**
             * Format: date-time
             * @description When it was done, or will be tried.
             */
            at: null | string;
            outcome: null | string;
        };
        ReplayWebhooksCommand: {
            /** Format: uuid */
            message?: null | string;
            /** Format: date-time */
            from?: null | string;
            /** Format: date-time */
            until?: null | string;
        };
        ReplayWebhooksReplayed: {
            /** Format: int32 */
            messages: number;
        };
        ReturnMoneyCommand: {
            reason?: null | string;
        };
        /** @description A role of the shop's own, as it is asked for. */
        RoleDraft: {
            code: string;
            name: components["schemas"]["Text"];
            permissions: string[];
        };
        /** @description A role by code and by name in the reader's language. */
        RoleName: {
            code: string;
            name: string;
        };
        /** @description A role as lists show it. */
        RoleRow: {
            code: string;
            name: string;
            names: components["schemas"]["Text"];
            builtIn: boolean;
            permissions: string[];
            /** Format: int32 */
            members: number;
        };
        SaveDeliveryMethodsCommand: {
            /** Format: int64 */
            version: number;
            methods: components["schemas"]["DeliveryMethod"][];
        };
        SaveLocationCommand: {
            /** @description 1 to 20 capital letters and digits. */
            code: string;
            name: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description Orders are served from the lowest position that has enough.
             */
            position: number;
        };
        SavePaymentMethodsChoice: {
            code: string;
            enabled: boolean;
        };
        SavePaymentMethodsCommand: {
            /** Format: int64 */
            version: number;
            methods: components["schemas"]["SavePaymentMethodsChoice"][];
        };
        SellingOutView: {
            sku: string;
            name: string;
            image: null | string;
            /** Format: int64 */
            available: number;
            /** Format: double */
            daysLeft: null | number;
        };
        /** @description What search engines are told: title, description and keywords. */
        Seo: {
            title: components["schemas"]["Text"];
            description: components["schemas"]["Text"];
            keywords: string[];
        };
        /** @description What search engines are told. */
        SeoBody: {
            title?: null | components["schemas"]["Text"];
            description?: null | components["schemas"]["Text"];
            keywords?: null | string[];
        };
        SessionRoutesCredential: {
            email: string;
            password: string;
            code?: null | string;
        };
        SessionRoutesMe: {
            /** Format: uuid */
            id: string;
            name: string;
            email: null | string;
            role: components["schemas"]["RoleName"];
            permissions: string[];
            codeOn: boolean;
            shop: components["schemas"]["SessionRoutesShopFacts"];
        };
        SessionRoutesShopFacts: {
            name: string;
            timeZone: string;
            currency: string;
            demo: boolean;
        };
        SetWarningCommand: {
            /**
             * Format: int64
             * @description Units; the warning comes when available falls to it or below.
             */
            warnAt: number;
        };
        /**
         * @description How a setting was found.
         * @enum {unknown}
         */
        SettingState: "good" | "remark" | "wrong";
        /** @description One setting in the reader's language. */
        SettingView: {
            code: string;
            title: string;
            state: components["schemas"]["SettingState"];
            fact: string;
            remedy: null | string;
        };
        /** @description All settings as they were found. */
        SettingsView: {
            /** Format: date-time */
            checkedAt: string;
            /** Format: int32 */
            wrong: number;
            items: components["schemas"]["SettingView"][];
        };
        /** @description The sheet of one day of the shop. */
        Sheet: {
            /** Format: date */
            date: string;
            /** @description The day in one sentence, in the reader's language. */
            sentence: string;
            /**
             * Format: int64
             * @description Orders, and money without one, that wait for somebody.
             */
            waiting: number;
            /** Format: int64 */
            in: number;
            /** Format: int64 */
            matched: number;
            /** Format: int64 */
            open: number;
            amountIn: components["schemas"]["Money"];
            amountMatched: components["schemas"]["Money"];
            channels: components["schemas"]["SheetRow"][];
            providers: components["schemas"]["SheetRow"][];
            refunds: components["schemas"]["SheetRefunds"];
            fees: components["schemas"]["Money"];
            queue: components["schemas"]["SheetQueue"];
            bills: components["schemas"]["SheetBill"][];
        };
        /** @description The bill of a provider for this day. */
        SheetBill: {
            provider: string;
            /** @description matched or awaited. */
            state: components["schemas"]["BillState"];
            /** Format: int32 */
            lines: number;
            /** Format: int32 */
            differences: number;
            /** Format: date-time */
            at: null | string;
            error: null | string;
            /** Format: date-time */
            nextTryAt: null | string;
        };
        /** @description One order, payment, refund or fee behind a figure of the sheet. */
        SheetLine: {
            name: string;
            order: null | string;
            /** @description Its number outside: the channel's order, the provider's transaction, the refund's number. */
            reference: string;
            /** Format: date-time */
            at: string;
            /** @description matched or open. */
            state: string;
            amountIn: components["schemas"]["Money"];
            amountMatched: components["schemas"]["Money"];
            gap: null | components["schemas"]["Gap"];
        };
        /** @description The rows behind a figure. */
        SheetLines: {
            /** Format: date */
            date: string;
            by: string;
            name: string;
            items: components["schemas"]["SheetLine"][];
            /** @description There are further rows; the export holds all of them. */
            more: boolean;
        };
        /** @description What waits now: orders of channels, messages in, messages out, cases. */
        SheetQueue: {
            /** Format: int64 */
            arrivals: number;
            /** Format: int64 */
            inbox: number;
            /** Format: int64 */
            outbox: number;
            /** Format: int64 */
            cases: number;
        };
        /** @description Refunds that were asked for on the day, and those of them that the provider has confirmed. */
        SheetRefunds: {
            /** Format: int64 */
            count: number;
            /** Format: int64 */
            confirmed: number;
            amount: components["schemas"]["Money"];
            amountConfirmed: components["schemas"]["Money"];
        };
        /** @description What came in on a day and what of it is accounted for, by channel or by provider. */
        SheetRow: {
            /** @description The channel's or the provider's code. */
            name: string;
            /**
             * Format: int64
             * @description Orders, or payments, as the outside counts them.
             */
            in: number;
            /**
             * Format: int64
             * @description Those whose books agree with what the outside said and that wait for nobody.
             */
            matched: number;
            /** Format: int64 */
            open: number;
            /** @description What the outside says was taken for them. */
            amountIn: components["schemas"]["Money"];
            /** @description What of it belongs to an order, or has been given back. */
            amountMatched: components["schemas"]["Money"];
        };
        ShipOrderCommand: {
            lines?: null | components["schemas"]["LineShipped"][];
            carrier?: null | string;
            trackingNumber?: null | string;
        };
        /** @description A parcel as people see it. */
        ShipmentView: {
            /** Format: uuid */
            id: string;
            carrier: string;
            carrierName: string;
            trackingNumber: string;
            /** Format: date-time */
            shippedAt: string;
            /** Format: date-time */
            deliveredAt: null | string;
            state: components["schemas"]["TrackingState"];
            stateText: string;
            lines: components["schemas"]["LineShipped"][];
            events: components["schemas"]["TrackingLine"][];
        };
        /** @description A parcel that is on its way. */
        Shipped: {
            /** Format: uuid */
            id: string;
            number: string;
            carrier: string;
            trackingNumber: string;
            lines: components["schemas"]["LineShipped"][];
            status: components["schemas"]["DisplayState"];
        };
        /** @description What the shop says of itself and how it wants orders handled. */
        ShopProfile: {
            /**
             * Format: int64
             * @description Goes up with each saving; a second editor sees by it that he was late.
             */
            version: number;
            name: components["schemas"]["Text"];
            phone: string;
            serviceHours: components["schemas"]["Text"];
            /** @description Paid orders that raise no question are confirmed without a person. */
            autoConfirm: boolean;
            /**
             * Format: int32
             * @description How long an order waits for its payment before it is closed.
             */
            paymentMinutes: number;
            /**
             * Format: int32
             * @description Days after delivery on which an order completes by itself.
             */
            autoCompleteDays: number;
        };
        /** @description What may be changed of a member; what is left out stays. */
        StaffChange: {
            name?: null | string;
            role?: null | string;
            password?: null | string;
            disabled?: null | boolean;
        };
        StaffModuleCodeSwitch: {
            code: string;
            on: boolean;
        };
        StaffModuleNewPassword: {
            current: string;
            next: string;
        };
        StaffModuleNewToken: {
            name: string;
            role: string;
            /** Format: int32 */
            days?: null | number;
        };
        /** @description A member of staff as others see him. */
        StaffRow: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            role: components["schemas"]["RoleName"];
            disabled: boolean;
            codeOn: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastSeenAt: null | string;
        };
        /**
         * @description Why a level changed.
         * @enum {unknown}
         */
        StockMovementKind: "receive" | "adjust" | "reserve" | "release" | "allocate" | "deallocate" | "ship" | "return";
        /** @enum {unknown} */
        SubscriptionState: "unknown" | "exists" | "missing" | "mended" | null;
        SwitchWebhookCommand: {
            state: components["schemas"]["WebhookState"];
        };
        TestWebhookSent: {
            /** Format: uuid */
            id: string;
        };
        /** @description 中文和英文 / Chinese and English */
        Text: {
            zh: string;
            en: string;
        };
        TimelineEntry: {
            /** Format: date-time */
            at: string;
            actor: string;
            kind: string;
            text: string;
            reason: null | string;
        };
        /** @description A token as lists show it; its text is nowhere any more. */
        TokenRow: {
            /** Format: uuid */
            id: string;
            name: string;
            role: components["schemas"]["RoleName"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: null | string;
            /** Format: date-time */
            lastUsedAt: null | string;
            revoked: boolean;
        };
        TrackingLine: {
            /** Format: date-time */
            at: string;
            text: string;
            state: null | components["schemas"]["TrackingState"];
        };
        /**
         * @description Where a parcel is.
         * @enum {unknown}
         */
        TrackingState: "unknown" | "announced" | "picked_up" | "in_transit" | "out_for_delivery" | "delivered" | "problem" | "refused" | "returning" | "returned" | "forwarded" | "customs";
        /** @description Every account with its sums; balanced when debits equal credits, which they always must. */
        TrialBalanceView: {
            accounts: components["schemas"]["AccountBalance"][];
            balanced: boolean;
        };
        /** @description One sellable form of a product. */
        Variant: {
            /** @description Unique in the whole shop. */
            sku: string;
            barcode: null | string;
            /** @description For each option of the product the index of the chosen value. */
            options: number[];
            price: components["schemas"]["Money"];
            compareAt: null | components["schemas"]["Money"];
            /** Format: int32 */
            weightGrams: number;
            /** @description Address of the picture of this form; null takes the product's first. */
            image: null | string;
        };
        /** @description A variant as it is sent. Options are indexes of values, one for each option of the product. */
        VariantBody: {
            sku: string;
            price: components["schemas"]["Money"];
            barcode?: null | string;
            options?: null | number[];
            compareAt?: null | components["schemas"]["Money"];
            /**
             * Format: int32
             * @default 0
             */
            weightGrams: number;
            image?: null | string;
        };
        WebhookDeliveryRow: {
            /** Format: uuid */
            id: string;
            type: string;
            stream: string;
            state: components["schemas"]["MessageState"];
            /** Format: int32 */
            attempts: number;
            /** Format: int32 */
            status: null | number;
            answer: null | string;
            /** Format: int32 */
            milliseconds: null | number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            doneAt: null | string;
        };
        WebhookDraft: {
            url: string;
            events: string[];
        };
        WebhookHealth: {
            /** Format: int32 */
            waiting: number;
            /** Format: int32 */
            dead: number;
            /** Format: date-time */
            failingSince: null | string;
            /** Format: date-time */
            lastDoneAt: null | string;
        };
        WebhookMessage: {
            delivery: components["schemas"]["WebhookDeliveryRow"];
            payload: string;
        };
        WebhookRow: {
            /** Format: uuid */
            id: string;
            url: string;
            events: string[];
            state: components["schemas"]["WebhookState"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            oldSecretUntil: null | string;
            health: components["schemas"]["WebhookHealth"];
        };
        WebhookSecret: {
            /** Format: uuid */
            id: string;
            secret: string;
        };
        /**
         * @description Whether a receiver is sent to.
         * @enum {unknown}
         */
        WebhookState: "on" | "off" | "down";
        WorkItem: {
            kind: string;
            /** Format: int32 */
            count: number;
            /** Format: date-time */
            oldestAt: null | string;
            /** Format: date-time */
            dueAt?: null | string;
            /**
             * Format: int32
             * @default 0
             */
            overdue: number;
            amount?: null | components["schemas"]["Money"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_products_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductForm"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_products_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductForm"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_products: {
        parameters: {
            query?: {
                status?: string;
                query?: string;
                category?: string;
                tag?: string;
                low?: string;
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAdminProductRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_products: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductForm"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_products_id_list: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductForm"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_products_id_unlist: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductForm"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_products_images: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Picture"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_categories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryRow"][];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_categories: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_categories_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_categories_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customers: {
        parameters: {
            query?: {
                query?: string;
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfCustomerRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customers_id_guid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDetail"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ledger_trial_balance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialBalanceView"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_staff: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfStaffRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_staff: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStaff"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_staff_id_guid: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_staff_id_guid_disable: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_staff_id_guid_enable: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfRoleRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_roles: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleDraft"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_roles_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_permissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleName"][];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_permissions_matrix: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matrix"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_tokens: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfTokenRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_tokens: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffModuleNewToken"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeToken"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_tokens_id_guid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_session_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffModuleNewPassword"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_session_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffModuleCodeSwitch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_session_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSecret"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_audit: {
        parameters: {
            query?: {
                query?: string;
                actor?: string;
                target?: string;
                from?: string;
                to?: string;
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAuditRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_audit_mine: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAuditRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_audit_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerdict"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_audit_checkpoints: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfCheckpointLine"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_settings_shop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopProfile"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_settings_shop: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShopProfile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopProfile"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_operations_cases: {
        parameters: {
            query?: {
                state?: string;
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfCaseRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_operations_cases_id_guid_close: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperationsModuleReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_operations_outbox: {
        parameters: {
            query?: {
                state?: string;
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfOutboxRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_operations_outbox_id_guid_replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_operations_inbox: {
        parameters: {
            query?: {
                state?: string;
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfInboxRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_operations_inbox_id_guid_replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_stock_sku_movements: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfMovementView"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_stock_sku_movements: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                sku: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustStockCommand"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdjustStockAdjusted"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_stock_sku_warning: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                sku: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetWarningCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetWarningCommand"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_locations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationView"][];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_locations: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveLocationCommand"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaveLocationCommand"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_settings_payments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentMethodsView"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_settings_payments: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavePaymentMethodsCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentMethodSettings"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_orders_number_confirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderMoved"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_orders_number_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldOrderCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderMoved"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_orders_number_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderMoved"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_orders_number_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["CancelOrderCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderMoved"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_orders_number_complete: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderMoved"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_orders_number_refunds: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["RefundOrderCommand"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequested"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_orders_number_refunds_preview: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundOrderCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundPreview"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_assurance_orphans_id_guid_attach: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttachMoneyCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderMoved"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_assurance_orphans_id_guid_refund: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["ReturnMoneyCommand"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoneyReturned"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_orders_number_note: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteOrderNoteCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderMoved"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_orders_number_flag: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteOrderFlagCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderMoved"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_orders_counts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderCounts"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_settings_delivery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaveDeliveryMethodsCommand"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_settings_delivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDeliveryMethodsCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliverySettings"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_orders_number_fulfillments: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShipOrderCommand"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shipped"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_orders_number_pickup: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderMoved"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_orders_number_deliveries_shipment_guid: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
                shipment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_carriers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarrierView"][];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_imports_products: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_imports_orders: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderFileReport"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_imports: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfImportView"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_channels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelHealth"][];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_channels_arrivals: {
        parameters: {
            query?: {
                state?: string;
                channel?: string;
                cause?: string;
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfArrivalRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_channels_arrivals_channel_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channel: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArrivalDetail"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_channels_arrivals_channel_id_match_sku: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                channel: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchSkuCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remedied"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_channels_arrivals_channel_id_mend: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                channel: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MendArrivalCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remedied"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_channels_arrivals_channel_id_accept: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                channel: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remedied"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_channels_arrivals_channel_id_retry: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                channel: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remedied"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_channels_arrivals_channel_id_dismiss: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                channel: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["DismissArrivalCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remedied"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_imports_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetail"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_webhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfWebhookRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_webhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookDraft"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_webhooks_id_guid: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_webhooks_id_guid_secret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_webhooks_id_guid_state: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchWebhookCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_webhooks_id_guid_test: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestWebhookSent"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_webhooks_id_guid_deliveries: {
        parameters: {
            query?: {
                state?: string;
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfWebhookDeliveryRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_webhooks_id_guid_deliveries_message_guid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                message: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookMessage"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_webhooks_id_guid_replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayWebhooksCommand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayWebhooksReplayed"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_notices_ways: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeWays"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_notices_ways_way_test: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                way: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_notices_alerts: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAlertRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_notices_alerts_id_guid_seen: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_assurance_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckView"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_assurance_check: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckView"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_assurance_gaps: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfGap"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_assurance_causes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CausesView"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_assurance_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsView"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_proof: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProofLight"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_orders_number_chain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainLink"][];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_assurance_sheet: {
        parameters: {
            query?: {
                date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sheet"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_assurance_sheet_rows: {
        parameters: {
            query?: {
                date?: string;
                by?: string;
                name?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetLines"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_assurance_sheet_export: {
        parameters: {
            query?: {
                date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_assurance_bills: {
        parameters: {
            query?: {
                provider?: string;
                date?: string;
            };
            header?: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillMatch"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_assurance_bills_refunds_id_guid_record: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderMoved"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_export_what: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                snapshot?: string;
            };
            header?: never;
            path: {
                what: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionRoutesMe"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionRoutesCredential"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionRoutesMe"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_orders: {
        parameters: {
            query?: {
                status?: string;
                query?: string;
                from?: string;
                to?: string;
                tag?: string;
                attention?: string;
                channel?: string;
                customer?: string;
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfOrderRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_orders_number: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminOrder"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_stock: {
        parameters: {
            query?: {
                query?: string;
                low?: string;
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAdminStockRow"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_stock_sku: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminStock"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_home: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomeView"];
                };
            };
            /** @description 拒绝：原因和办法 / A refusal with its reason and way out */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
