<?php
/**
 * Plugin Name: Cermin Koperasi
 * Description: Blok dan kode singkat [cermin_koperasi]: koperasi memeriksa kesehatannya sendiri. Isian tidak dikirim ke mana pun.
 * Version: {{version}}
 * Author: Cermin Koperasi
 * Requires at least: 5.8
 * Requires PHP: 7.0
 * License: MIT OR Apache-2.0
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The tool's files inside this plugin. Their folder carries the release's name and never changes. */
const CERMIN_KOPERASI_FOLDER = '{{folder}}';
const CERMIN_KOPERASI_INTEGRITY = '{{integrity}}';
const CERMIN_KOPERASI_VERSION = '{{version}}';

/** What shortcode and block take: for a choice the values, for a text the longest length. */
function cermin_koperasi_attributes() {
	return array(
		'screen'         => array( {{screens}} ),
		'theme'          => array( 'light', 'dark', 'contrast' ),
		'lang'           => array( 'id', 'en' ),
		'mode'           => array( 'embed', 'projector', 'shared' ),
		'brand'          => 7,
		'office_name'    => 80,
		'office_contact' => 120,
		'office_link'    => 200,
	);
}

/** An attribute that is safe to pass on, or '' for anything else. */
function cermin_koperasi_clean( $name, $value ) {
	$rule  = cermin_koperasi_attributes()[ $name ];
	$value = is_scalar( $value ) ? trim( wp_strip_all_tags( (string) $value ) ) : '';
	if ( is_array( $rule ) ) {
		return in_array( $value, $rule, true ) ? $value : '';
	}
	if ( 'brand' === $name ) {
		return preg_match( '/^#?[0-9a-f]{6}$/Di', $value ) ? '#' . ltrim( $value, '#' ) : '';
	}
	if ( 'office_link' === $name && ! preg_match( '#^https://[^\s@]+$#Di', $value ) ) {
		return '';
	}
	return function_exists( 'mb_substr' ) ? mb_substr( $value, 0, $rule ) : substr( $value, 0, $rule );
}

/**
 * `[cermin_koperasi screen="hasil" office_name="Dinas Koperasi"]`: the wrapper, and inside it a frame for where its script does
 * not run. After three seconds that goes to the tool by itself; the wrapper takes it away, or over if it may be in use.
 */
function cermin_koperasi_shortcode( $given ) {
	$names = array_fill_keys( array_keys( cermin_koperasi_attributes() ), '' );
	$given = shortcode_atts( $names, $given, 'cermin_koperasi' );
	$base  = plugins_url( CERMIN_KOPERASI_FOLDER . '/', __FILE__ );
	$query = array( 'mode' => 'embed' );
	$html  = '<cermin-koperasi';
	$hash  = '';
	foreach ( array_keys( $names ) as $name ) {
		$value = cermin_koperasi_clean( $name, $given[ $name ] );
		if ( '' === $value ) {
			continue;
		}
		$attribute = str_replace( '_', '-', $name );
		$html     .= ' ' . $attribute . '="' . esc_attr( $value ) . '"';
		if ( 'screen' === $name ) {
			$hash = '#/' . $value;
		} else {
			$query[ $attribute ] = ltrim( $value, '#' );
		}
	}
	$frame = esc_url( $base . 'frame.html?' . http_build_query( $query, '', '&' ) . $hash );
	$page  = '<meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="3;url=' . $frame . '">';
	wp_enqueue_script( 'cermin-koperasi', $base . 'cermin-koperasi.js', array(), null, true );
	// Every sign once more: the page inside has its own.
	return $html . '><iframe title="Cermin Koperasi: periksa kesehatan koperasi" srcdoc="' . htmlspecialchars( $page, ENT_QUOTES, 'UTF-8' )
		. '" sandbox="allow-scripts allow-downloads allow-modals" referrerpolicy="no-referrer" allow="web-share *; clipboard-write *" width="100%" height="560" frameborder="0"></iframe></cermin-koperasi>';
}

/** The script is checked against the hash that this very release was built with. */
function cermin_koperasi_script_tag( $tag, $handle ) {
	if ( 'cermin-koperasi' !== $handle ) {
		return $tag;
	}
	return str_replace( ' src=', ' integrity="' . esc_attr( CERMIN_KOPERASI_INTEGRITY ) . '" crossorigin="anonymous" src=', $tag );
}

/** The same as a block. */
function cermin_koperasi_block() {
	if ( ! function_exists( 'get_block_wrapper_attributes' ) ) {
		return;
	}
	$needs = array( 'wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components' );
	wp_register_script( 'cermin-koperasi-blok', plugins_url( 'blok.js', __FILE__ ), $needs, CERMIN_KOPERASI_VERSION, true );
	$frame = wp_json_encode( plugins_url( CERMIN_KOPERASI_FOLDER . '/frame.html', __FILE__ ) );
	wp_add_inline_script( 'cermin-koperasi-blok', 'var cerminKoperasiFrame = ' . $frame . ';', 'before' );
	register_block_type(
		'cermin-koperasi/alat',
		array(
			'api_version'     => 2,
			'editor_script'   => 'cermin-koperasi-blok',
			'attributes'      => array_fill_keys( array_keys( cermin_koperasi_attributes() ), array( 'type' => 'string', 'default' => '' ) ),
			'supports'        => array( 'align' => array( 'wide', 'full' ), 'html' => false ),
			'render_callback' => 'cermin_koperasi_render_block',
		)
	);
}

function cermin_koperasi_render_block( $given ) {
	return '<div ' . get_block_wrapper_attributes() . '>' . cermin_koperasi_shortcode( $given ) . '</div>';
}

add_shortcode( 'cermin_koperasi', 'cermin_koperasi_shortcode' );
add_filter( 'script_loader_tag', 'cermin_koperasi_script_tag', 10, 2 );
add_action( 'init', 'cermin_koperasi_block' );
